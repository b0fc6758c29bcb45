"""The bundled methods: one plug-in module each, importing from intervisie_tui.method only."""
