/** Stands for a module that is loaded at start and never used. */
module.exports = {};
