// Where there is no cairo: CMakeLists.txt chooses between this file and ../cairo/pdf.cpp.
#include "export/pdf.h"

namespace atlas::exporting {

Result<std::string> pdf(std::span<const PdfPage>, const PdfOptions&) {
    return problem_of({}, {}, Word::problem_no_pdf, Word::problem_no_pdf_remedy);
}

}  // namespace atlas::exporting
