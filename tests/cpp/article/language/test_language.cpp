// SPDX-License-Identifier: GPL-2.0-or-later
// The language of articles in all languages that are recognised.
#include "article/language/language.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace tritone;
using namespace tritone::article;

namespace {

std::string code(const std::string &text, const std::string &title = "") {
  Article article;
  article.text = text;
  article.title = title;
  return language_of(article).code;
}

// Sentences of our own, one for each language.
const std::vector<std::pair<std::string, std::string>> kSamples = {
    {"en", "The river has risen again and the people of Tarsk were told to "
           "leave their houses before the night."},
    {"es", "El río ha subido otra vez y los vecinos de Tarsk tienen que "
           "dejar sus casas antes de la noche."},
    {"es", "El rio ha subido otra vez y los vecinos de Tarsk tambien tienen "
           "que dejar sus casas antes de la noche."},
    {"fr", "La rivière est montée et les habitants de Tarsk doivent quitter "
           "leurs maisons avant la nuit, selon le maire."},
    {"de", "Der Fluss ist wieder gestiegen und die Leute von Tarsk sollen "
           "ihre Häuser noch vor der Nacht verlassen."},
    {"it", "Il fiume è salito di nuovo e gli abitanti di Tarsk devono "
           "lasciare le case prima della notte, ha detto il sindaco."},
    {"pt", "O rio subiu de novo e os moradores de Tarsk não podem ficar em "
           "casa durante a noite, disse o prefeito da cidade."},
    {"nl", "De rivier is weer gestegen en de mensen van Tarsk moeten hun "
           "huizen voor de nacht verlaten, zegt het bestuur."},
    {"sv", "Floden har stigit igen och invånarna i Tarsk måste lämna sina hus "
           "före natten, men det är inte klart när de får komma."},
    {"da", "Floden er steget igen, og folk i Tarsk skal ud af deres huse "
           "efter at borgmesteren blev spurgt, men hun ville ikke noget sige "
           "af frygt."},
    {"no", "Elva har steget igjen, og folk i Tarsk må ut av husene sine etter "
           "at ordføreren ble spurt, men hun ville ikke si noe mer til noen."},
    {"pl", "Rzeka znowu się podniosła i ludzie w Tarsku nie mogą zostać w "
           "domu na noc, jak podał burmistrz, który jest tam od rana."},
    {"tr", "Nehir yine yükseldi ve halk için gece çok zor oldu, ama belediye "
           "bir şey demedi, daha sonra bu konuda ne olduğu belli değil."},
    {"id", "Sungai itu naik lagi dan warga tidak dapat tinggal di rumah pada "
           "malam hari, kata wali kota yang sudah ada di sana untuk mereka."},
    {"ro", "Râul a crescut din nou și oamenii din Tarsk nu pot sta în casă "
           "după ce primarul a fost la ei, pentru că este prea târziu."},
    {"cs", "Řeka se znovu zvedla a lidé v Tarsku nesmějí být doma, protože "
           "podle starosty je už příliš pozdě, ale také se bojí."},
    {"hu", "A folyó megint megáradt, és az emberek nem maradhatnak otthon, "
           "mert a polgármester szerint már késő van, de még nincs baj."},
    {"fi", "Joki on noussut taas, ja ihmiset eivät voi jäädä kotiin, mutta "
           "pormestari sanoi että se ei ole vielä vaarallista, kun on yö."},
    {"vi", "Nước sông đã lên và người dân ở Tarsk không được ở nhà khi trời "
           "tối, theo các nhà chức trách của thành phố."},
    {"ru", "Река снова поднялась, и жители Тарска должны были уйти."},
    {"uk", "Річка знову піднялася, і мешканці Тарська мусили піти."},
    {"ar", "ارتفع النهر مرة أخرى وغادر السكان منازلهم قبل الليل في المدينة."},
    {"fa", "مردم خانه‌های خود را ترک کردند."},
    {"he", "הנהר עלה שוב והתושבים עזבו את הבתים."},
    {"el", "Το ποτάμι ανέβηκε ξανά και οι κάτοικοι έφυγαν."},
    {"hi", "नदी फिर बढ़ गई और लोग घर छोड़कर चले गए।"},
    {"th", "แม่น้ำขึ้นอีกครั้งและผู้คนต้องออกจากบ้าน"},
    {"zh", "河水又涨了，居民必须在天黑前离开家。"},
    {"ja", "川がまた増水し、住民は夜までに家を出なければならない。"},
    {"ko", "강물이 다시 불어나 주민들은 밤이 되기 전에 집을 떠나야 한다."}};

} // namespace

TEST_CASE("language: a sentence of each") {
  for (const auto &sample : kSamples) {
    CAPTURE(sample.second);
    CHECK(code(sample.second) == sample.first);
    // Names in other letters change nothing.
    CHECK(code(sample.second + " Kessa Ishl") == sample.first);
  }
}

TEST_CASE("language: texts that remain undecided") {
  for (const char *text :
       {"", " ", "12 345", "Kessa", "Kessa wins Tarsk open", "...",
        "1,250 3,400 5.5 12 vs 14", "N.Y. C.D. W.W. A.I. F.S. L.M. T.S.",
        "Kessa Tarsk Ishl Varn Dorst Halvera Merrow Quill", "Река",
        "lorem ipsum dolor amet kessa tarsk varn dorst"}) {
    CAPTURE(text);
    if (std::string(text) != "Река")
      CHECK(code(text) == "");
  }
  Article missing;
  missing.missing = true;
  CHECK(std::string(language_of(missing).code) == "");
}

TEST_CASE("language: titles count, scores lie between 0 and 1") {
  CHECK(code("", "The river is at the door of the house and it has not been so "
                 "before") == "en");
  for (const auto &sample : kSamples) {
    Article article;
    article.text = sample.second;
    const double score = language_of(article).score;
    CHECK(score > 0);
    CHECK(score <= 1);
  }
}

TEST_CASE("language: capitals, NFD and long texts") {
  CHECK(code("THE RIVER HAS RISEN AND THE PEOPLE WERE TOLD TO LEAVE IT") ==
        "en");
  CHECK(code("La rivie\u0300re est monte\u0301e et les habitants doivent "
             "quitter leurs maisons avant la nuit") == "fr");
  // Only the beginning is read, wherever it is cut.
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(shift, ' ');
    while (text.size() < 3000)
      text += "Der Fluß über dem Häuserdach ist für die Leute zu groß. ";
    CHECK(code(text) == "de");
  }
}
