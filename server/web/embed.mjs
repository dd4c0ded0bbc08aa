// Turns a folder of built files into one C++ source that holds their bytes.
// Usage: node embed.mjs FOLDER OUTPUT.cpp

import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const [folder, output] = process.argv.slice(2);

function filesBelow(directory) {
  return readdirSync(directory)
    .sort()
    .flatMap((name) => {
      const path = join(directory, name);
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}

const files = filesBelow(folder);
const quote = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;

// .incbin leaves the bytes to the assembler: nothing of them is spelled out or parsed.
const bytes = files.map(
  (path, i) => `asm(R"(
    .section .rodata
file_${i}_begin:
    .incbin ${quote(path)}
file_${i}_end:
    .previous
)");
extern "C" const char file_${i}_begin asm("file_${i}_begin");
extern "C" const char file_${i}_end asm("file_${i}_end");`,
);

const entries = files.map((path, i) => {
  const name = relative(folder, path).split(sep).join("/");
  const size = `static_cast<std::size_t>(&file_${i}_end - &file_${i}_begin)`;
  return `    {${quote(name)}, {&file_${i}_begin, ${size}}},`;
});

writeFileSync(
  output,
  `// Written by server/web/embed.mjs from the built files.
#include "server/web/embedded_files.hpp"

#include <cstddef>

${bytes.join("\n")}

namespace rejoinder::web {

std::span<const embedded_file> embedded_files() noexcept
{
  static const embedded_file files[] = {
${entries.join("\n")}
  };
  return files;
}

}  // namespace rejoinder::web
`,
);
