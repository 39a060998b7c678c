"""The data of an edition, as the plugin and the command line write them."""
