#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/houdini.h>

// Exported by libcmark-gfm-extensions, declared in none of its public headers.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

// The four are variables, set when the extensions are registered; Swift does not let shared variables be read.
static inline uint16_t cmark_gfm_table_type(void) { return CMARK_NODE_TABLE; }
static inline uint16_t cmark_gfm_table_row_type(void) { return CMARK_NODE_TABLE_ROW; }
static inline uint16_t cmark_gfm_table_cell_type(void) { return CMARK_NODE_TABLE_CELL; }
static inline uint16_t cmark_gfm_strikethrough_type(void) { return CMARK_NODE_STRIKETHROUGH; }
