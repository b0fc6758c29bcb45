"""Words of Dutch and English that are names too: in small letters they are taken for the word, and told."""

from typing import Final

_BOTH: Final = """
max sam a ad al alle als am an as at bal bas be ben bent bij bo bos da dan de den der des die din dis do door du een
el en er es et fee fin gin go ha han he hem hen her hij hoe ik im in is it ja jas je jet jij jou las lies lot
ma man mans mas me mee mei met mi mij mijn min mo na nee net no noor nu of om on op or ot pa pas per pet pit
ram re rob rots sam sim so sol som ta te ten ter ties to ton toon tot tuin u uit us van wel wie wij zij zo
"""
_DUTCH: Final = """
amber anker april arend augustus bakker balk beek beer berg berk bever bie bloem boer bol boom boon bosch bot
bout brand brands bril brink broek broer bron bruin buis daan dag dagmar dam deken dekker dijk dolf draak duin
eef eelke eik els engel faas fabel fleur floor geel gerst glas goud graaf graven groen groot haak haan haas
hand haver herder hert hoek hof hoop hout huis iris jager jasmijn jong juli juni kaak kaas kamp kapper kat
kerk kers kip klaver klein kluis knop koek koel kok koning kool koper kort kraai kroon kruis kuil kuiper lam
lang leen leeuw lente leven lief lies linde links loop los maan maand maart mand mark markt mars meer meester
merel mies mol molen naald nel noord noot olie olijf oost os otter paard parel pauw peer pen perk pijl pil pip
plant ploeg polder post prins raaf rad ree reiger rein ridder riem riet rijk ring rood roos roosje roze ruiter
schaap schip schout slot smit snel snoek spijker staal steen ster sterk stern sterre sterren storm straat tak
tijger toren trees trots tulp veen veer veld vent vink vis visser vlam vlieg vlinder vogel vos vrede vriend
vries vrij vuur water weg west wiel wijn wil wild wilde winter wit wolf wolk zand zee zomer zon zoon zuid
zwaan zwart
"""
_ENGLISH: Final = """
abbot ace amber angel apple april art ash aspen autumn baker bank barber bay bean bear bell bill bird bishop
blue bond booker booth bow bowl brand brandy bright brook brooks brown buck bud bush butler cane carpenter
case cash chance chase cherry christian cliff cook coral crew crystal daisy dawn day dean dick dot drew dusty
earl east eve fair faith fern field finch fisher flora ford forest fox franc frank free frost gale ginger glen
golden good grace grant gray green guy hall hardy harmony hart haven hazel heath heather heaven henna herb
hill holly honey hope hunter iris island ivory ivy jack jade jasmine jay jean jet jewel joy june justice king
lake land lane lark laurel law leaf lee lily long love luck lucky mark marsh matt max may mercy merry mile
miles mill miller misty moon more moss nick noble norm north ocean olive opal page park pat patience pearl
penny pierce poppy pot prince queen rain ray red reed reef rich river rob robin rock rod rose rosemary royal
ruby rush rusty sage sailor sandy scarlet scout shepherd short sienna sierra silver skip sky skye small smith
snow south sparrow spring star still stone sue summer sun sunny swan terry tiger trace vale van victor violet
walker ward warren water way weaver west white wick will willow win winter wise wolf wood woods woody worth
wren young
"""

ORDINARY: Final = frozenset(f"{_BOTH} {_DUTCH} {_ENGLISH}".split())
"""Folded words; the list makes a masked text readable, and what is not in it is hidden in small letters too."""
