#include <libxml/xmlversion.h>
// libxml2 shows ICU's converters in a struct that nobody here uses; their declarations would clash with Foundation's own ICU.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
