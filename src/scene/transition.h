// Where things went when a view changed: rows that took other places, circles and bars of another size.
#pragma once
#include "scene/scene.h"

namespace atlas::scene {

/// `to`, with the marks of its parts on their way there from those of the same part of `from`; `t` from 0 to 1. A part that is new, or is
/// made of other marks, stands where it will; a text that says something else is the new one at once. Nothing but marks is changed.
Scene between(const Scene& from, const Scene& to, float t);

}  // namespace atlas::scene
