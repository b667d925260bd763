// SPDX-License-Identifier: GPL-2.0-or-later
// Finding damaged characters: see damage.h.
#include "text/damage.h"

#include "text/entities.h"
#include "text/mojibake.h"
#include "text/normalize.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "text/windows_1252.h"

#include <algorithm>

namespace tritone::text {
namespace {

void add_controls(std::string_view text, std::vector<Damage> &out) {
  std::size_t lines = 0; // U+0085, which may be a line end
  std::size_t others = 0;
  const std::size_t first = out.size();
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos;
       at = text.find('\xC2', at + 2)) {
    const auto byte = static_cast<unsigned char>(text[at + 1]);
    if (byte >= 0xA0 || windows_1252(byte) == byte ||
        is_mark(
            character_before(text, at))) // mojibake in pieces, see in_pieces()
      continue;
    ++(byte == 0x85 ? lines : others);
    out.push_back({at, at + 2, DamageKind::control, windows_1252(byte)});
  }
  if (lines > 0 && others == 0)
    out.resize(first);
}

void add_entities(std::string_view text, std::vector<Damage> &out) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos;
       at = text.find('&', at)) {
    const Entity entity = read_entity(text.substr(at));
    if (entity.size > 0)
      out.push_back({at, at + entity.size, DamageKind::entity, entity.value});
    at += std::max<std::size_t>(entity.size, 1);
  }
}

// Does the text write a capital or small A with circumflex or tilde as two
// characters each, as some programs leave them?
bool in_pieces(std::string_view text) {
  return text.find("A\xCC\x82") != std::string_view::npos ||
         text.find("A\xCC\x83") != std::string_view::npos ||
         text.find("a\xCC\x82") != std::string_view::npos;
}

} // namespace

const char *damage_name(DamageKind kind) {
  static constexpr const char *kNames[kDamageKinds] = {"mojibake", "control",
                                                       "entity"};
  return kNames[static_cast<std::size_t>(kind)];
}

void find_damage(std::string_view text, std::vector<Damage> &out) {
  out.clear();
  find_mojibake(text, out);
  const std::size_t pairs = out.size();
  add_controls(text, out);
  add_entities(text, out);
  if (out.size() == pairs)
    return;
  std::sort(out.begin(), out.end(),
            [](const Damage &a, const Damage &b) { return a.begin < b.begin; });
  // A control may be the second character of mojibake.
  std::size_t kept = 0;
  for (const Damage &damage : out)
    if (kept == 0 || damage.begin >= out[kept - 1].end)
      out[kept++] = damage;
  out.resize(kept);
}

bool has_split_damage(std::string_view text, std::size_t found) {
  if (!in_pieces(text))
    return false;
  std::string composed;
  append_nfc(text, composed);
  std::vector<Damage> more;
  find_damage(composed, more);
  return more.size() > found;
}

bool mend(std::string_view text, Mended &out) {
  std::vector<Damage> found;
  find_damage(text, found);
  if (found.empty() && !has_split_damage(text, 0))
    return false;
  out.text.assign(text);
  out.repairs = {};
  std::string next;
  // Each round leaves fewer characters or fewer controls, so this ends.
  for (;;) {
    if (has_split_damage(out.text, found.size())) {
      next.clear();
      append_nfc(out.text, next);
      out.text.swap(next);
      find_damage(out.text, found);
    }
    if (found.empty())
      return true;
    next.clear();
    std::size_t done = 0;
    for (const Damage &damage : found) {
      next.append(out.text, done, damage.begin - done);
      append_utf8(next, damage.value);
      done = damage.end;
      ++out.repairs[static_cast<std::size_t>(damage.kind)];
    }
    next.append(out.text, done, std::string::npos);
    out.text.swap(next);
    find_damage(out.text, found);
  }
}

} // namespace tritone::text
