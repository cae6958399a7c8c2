// What differs from the data edition before.
#include "page/page.h"

namespace atlas::page {

void changes(Context& ctx) { ctx.bottom = ctx.top; }

}  // namespace atlas::page
