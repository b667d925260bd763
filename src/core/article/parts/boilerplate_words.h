// SPDX-License-Identifier: GPL-2.0-or-later
// The words by which boilerplate() decides. Our own lists, in small ASCII
// letters.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone::article::boilerplate_words {

// What a cue counts as.
enum class Sign : unsigned char {
  contact,     // how to reach somebody
  phone,       // the same, and figures after it are a telephone number
  house,       // the house refers to itself
  concern,     // what readers may write about
  attribution, // the story goes on: see text/attribution.h
  reserved,    // rights, by itself
  copying,     // rights, with one of the next two
  banned,
  leave // counts with "without"
};
constexpr std::size_t kSigns = 9;

struct Cue {
  std::string_view words; // small ASCII letters
  Sign sign;
};

// By first letter, so that each word is compared with few of them.
constexpr Cue kCues[] = {
    {"all rights reserved", Sign::reserved},
    {"call", Sign::phone},
    {"can be reached", Sign::house},
    {"comment", Sign::concern},
    {"comments", Sign::concern},
    {"complaints", Sign::concern},
    {"consent", Sign::leave},
    {"contact", Sign::contact},
    {"copied", Sign::copying},
    {"copying", Sign::copying},
    {"correct", Sign::concern},
    {"correction", Sign::concern},
    {"corrections", Sign::concern},
    {"desk", Sign::house},
    {"e-mail", Sign::contact},
    {"editor", Sign::concern},
    {"editors", Sign::concern},
    {"email", Sign::contact},
    {"errors", Sign::concern},
    {"fax", Sign::phone},
    {"feedback", Sign::concern},
    {"follow", Sign::contact},
    {"forbidden", Sign::banned},
    {"get in touch", Sign::contact},
    {"hotline", Sign::phone},
    {"inquiries", Sign::concern},
    {"letters", Sign::concern},
    {"mail", Sign::contact},
    {"may not be broadcast", Sign::reserved},
    {"may not be published", Sign::reserved},
    {"may not be redistributed", Sign::reserved},
    {"may not be reproduced", Sign::reserved},
    {"may not be rewritten", Sign::reserved},
    {"news desk", Sign::house},
    {"newsletter", Sign::house},
    {"newsroom", Sign::house},
    {"not permitted", Sign::banned},
    {"our", Sign::house},
    {"permission", Sign::leave},
    {"phone", Sign::phone},
    {"prohibited", Sign::banned},
    {"questions", Sign::concern},
    {"reach", Sign::contact},
    {"redistributed", Sign::copying},
    {"redistribution", Sign::copying},
    {"reprinted", Sign::copying},
    {"reprinting", Sign::copying},
    {"reproduced", Sign::copying},
    {"reproduction", Sign::copying},
    {"republication", Sign::copying},
    {"republished", Sign::copying},
    {"retransmission", Sign::copying},
    {"send", Sign::contact},
    {"subscribe", Sign::house},
    {"subscribers", Sign::house},
    {"subscription", Sign::house},
    {"suggestions", Sign::concern},
    {"tel", Sign::phone},
    {"telephone", Sign::phone},
    {"this article", Sign::house},
    {"this report", Sign::house},
    {"this story", Sign::house},
    {"tips", Sign::concern},
    {"to add", Sign::concern},
    {"us", Sign::house},
    {"visit", Sign::contact},
    {"whatsapp", Sign::phone},
    {"we'd like", Sign::house},
    {"we'd love", Sign::house},
    {"write", Sign::contact},
    {"your comments", Sign::contact},
    {"your feedback", Sign::contact},
    {"your thoughts", Sign::contact},
    {"your views", Sign::contact},
};

// Mailboxes of an office, not of a person or of somebody in the news.
constexpr std::string_view kMailboxes[] = {
    "contact",   "corrections",   "desk",     "editor",      "editorial",
    "editors",   "feedback",      "info",     "letters",     "news",
    "newsdesk",  "newsroom",      "newstips", "office",      "readers",
    "redaction", "subscriptions", "support",  "syndication", "tips",
    "web",       "webmaster"};

constexpr std::string_view kCredits[] = {"reporting by",
                                         "additional reporting by",
                                         "reporting and writing by",
                                         "writing by",
                                         "editing by",
                                         "writing and editing by",
                                         "reporting and editing by",
                                         "compiled by",
                                         "edited by",
                                         "written by",
                                         "translated by",
                                         "translation by",
                                         "with reporting by",
                                         "with additional reporting by",
                                         "photos by",
                                         "photo by",
                                         "graphics by",
                                         "graphic by"};

// At the start of a paragraph, with a colon after it.
constexpr std::string_view kPointers[] = {
    "read more",    "related",   "related stories", "related articles",
    "see also",     "also read", "read also",       "more on this story",
    "our standards"};

constexpr std::string_view kEnds[] = {"###",   "# # #",  "-30-",  "- 30 -",
                                      "ends",  "(ends)", "end",   "(end)",
                                      "/ends", "-ends-", "* * *", "***"};

} // namespace tritone::article::boilerplate_words
