// Read by @napi-rs/canvas when it is loaded: without it every font of the machine is opened at once.
process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
