"""Writing: everything the core makes as plain files, without a site generator, so that another one can take over."""
