// SPDX-License-Identifier: GPL-2.0-or-later
// The words and letters by which language_of() recognises languages in Latin
// script: articles, pronouns, prepositions, conjunctions and common verbs, from
// knowledge of the languages. Words are listed both with and without their
// accents, since archives lose accents.
#pragma once

#include "base/config.h"

#include <cstddef>
#include <string_view>

namespace tritone::article::language_words {

struct Latin {
  const char *code;
  std::string_view words;   // small letters, a blank between
  std::string_view letters; // with marks, that few others use
};

constexpr Latin kLatin[] = {
    {"en",
     "the of and to in a is that for it as was with be by on not he i this are "
     "or his from at which but have an had they you were their one all we can "
     "her has there been if more when will would who so no she my its than up "
     "what about out into them said also after some could other over after new "
     "your do does did how these those only may any such should because two "
     "first where between while before during through don",
     ""},
    {"es",
     "el la de que y en a los se del las un por con no una su para es al lo "
     "como m\u00E1s mas pero sus le ha o este s\u00ED porque esta entre cuando "
     "muy sin sobre tambi\u00E9n tambien hasta hay donde quien desde todo nos "
     "durante todos uno ni contra otros ese eso ante ellos esto antes algunos "
     "qu\u00E9 unos otro otras otra fue ser son era est\u00E1 est\u00E1n segun "
     "seg\u00FAn dijo a\u00F1o a\u00F1os pais pa\u00EDs han sido tiene hace "
     "gran ayer hoy aqu\u00ED aqui fueron",
     "\u00F1\u00BF\u00A1"},
    {"fr",
     "de la le et les des en un du une que est pour qui dans a par plus pas au "
     "sur ne se ce il sont la avec ou son aux cette mais ont comme on tout "
     "nous "
     "sa mais fait \u00E9t\u00E9 ete aussi leur bien peut ces y elle deux ses "
     "m\u00EAme entre \u00E0 qu je ils sans apr\u00E8s apres avant "
     "o\u00F9 \u00E9tait etait selon depuis contre sous lui leurs encore "
     "\u00EAtre etre ainsi dont vous chez donc jusqu avait",
     "\u0153\u00F9\u00EA\u00E8"},
    {"de",
     "der die und in den von zu das mit sich des auf f\u00FCr fuer ist im dem "
     "nicht ein eine als auch es an werden aus er hat dass sie nach wird bei "
     "einer um am sind noch wie einem \u00FCber ueber einen so zum war haben "
     "nur oder aber vor zur bis mehr durch man sein wurde wurden sei ich wir "
     "kann gegen vom k\u00F6nnen schon wenn habe seine ihre unter soll ihr "
     "wieder seit zwischen",
     "\u00DF\u00E4\u00FC"},
    {"it",
     "di e il la che in a per un \u00E8 del non si da le con i una dei sono al "
     "come ha della nel ma anche alla gli pi\u00F9 piu dal lo delle dalla ed "
     "se "
     "sulla questo ai stato o nella suo essere sua fra degli ci tra cui "
     "dell all nell perch\u00E9 perche hanno dopo loro prima due quando "
     "ancora era solo tutti tutto molto quella sul questa quello senza anni "
     "gi\u00E0 cos\u00EC cosi",
     "\u00E8\u00F2\u00EC\u00F9"},
    {"pt",
     "de a o que e do da em um para \u00E9 com n\u00E3o nao uma os no se na "
     "por mais as dos como mas foi ao ele das tem \u00E0 seu sua ou ser quando "
     "muito h\u00E1 nos j\u00E1 ja est\u00E1 eu tamb\u00E9m tambem s\u00F3 "
     "pelo "
     "pela at\u00E9 ate isso ela entre era depois sem mesmo aos ter seus quem "
     "nas me esse eles est\u00E3o estao voc\u00EA foram essa num nem suas meu "
     "\u00E0s minha s\u00E3o sao disse ainda sobre anos segundo onde ano",
     "\u00E3\u00F5"},
    {"nl",
     "de van het een en in is dat op te zijn met voor niet aan er om ook als "
     "dan maar bij of uit nog door naar heeft over wordt tot worden werd deze "
     "die hij hebben haar zich kan geen al ze wel zo meer was onder tegen na "
     "waar zij veel moet toch dit zou men andere had ik wat we tussen kunnen "
     "jaar omdat volgens heb je",
     ""},
    {"sv",
     "och i att det som en p\u00E5 \u00E4r av f\u00F6r med till den har de "
     "inte "
     "om ett han men var jag sig fr\u00E5n vi s\u00E5 kan man n\u00E4r nu "
     "ska skulle ut efter under eller mot mycket ocks\u00E5 vid hon \u00E4ven "
     "sin blir bli hade alla n\u00E5got finns mer vara d\u00E4r f\u00E5r upp "
     "detta kommer \u00E5r sedan mellan \u00F6ver enligt andra",
     "\u00E4\u00F6\u00E5"},
    {"da",
     "og i at det er en til af p\u00E5 for med den der som ikke de har et han "
     "fra var jeg men om sig kan vi s\u00E5 ved skal eller nu efter ogs\u00E5 "
     "hun blev bliver noget meget mere mod v\u00E6re v\u00E6ret havde vil hvor "
     "siger ud kun n\u00E5r nogle alle mellem hvis deres uden lige \u00E5r "
     "selv hvad if\u00F8lge andre",
     "\u00E6\u00F8\u00E5"},
    {"no",
     "og i det er en til av p\u00E5 for med den at som ikke de har et han fra "
     "var jeg men om seg kan vi s\u00E5 ved skal eller n\u00E5 etter ogs\u00E5 "
     "hun ble blir noe mye mer mot v\u00E6re v\u00E6rt hadde vil hvor sier ut "
     "bare n\u00E5r noen alle mellom hvis deres uten \u00E5r selv hva "
     "if\u00F8lge "
     "andre",
     "\u00E6\u00F8\u00E5"},
    {"pl",
     "w i na z si\u0119 sie do nie to \u017Ce ze jest o a po od jak za przez "
     "co "
     "dla ale oraz tym tego ju\u017C juz tylko by\u0142 byl by\u0142o bylo "
     "jego "
     "tak przed pod roku przy mo\u017Ce moze lub czy ich jej kt\u00F3ry "
     "kt\u00F3re kt\u00F3rych ktory by s\u0105 mi\u0119dzy podczas gdy bardzo "
     "te\u017C tez jednak nad ma bez",
     "\u0142\u0105\u0119\u015B\u017C\u017A\u0107\u0144"},
    {"tr",
     "ve bir bu da de i\u00E7in icin ile \u00E7ok cok daha gibi olarak ne ama "
     "sonra kadar olan en var ise o her mi ki ya de\u011Fil degil "
     "oldu\u011Funu oldugu t\u00FCrkiye \u015Fey y\u0131l yil g\u00F6re gore "
     "dedi etti oldu b\u00FCy\u00FCk hem yeni ancak taraf\u0131ndan \u00FCzere "
     "eden iki ilk",
     "\u011F\u0131\u015F"},
    {"id",
     "yang dan di dengan untuk dari pada ini dalam itu tidak akan adalah juga "
     "ke karena oleh ada mereka kami saya tersebut bisa sebagai telah orang "
     "atau saat tahun lebih dapat sudah kata menjadi kepada seperti belum "
     "masih hanya namun serta antara para bahwa hari kita dia lagi setelah",
     ""},
    {"ro",
     "\u0219i si de \u00EEn in a la cu pe nu este din care sa s\u0103 mai un o "
     "pentru au al ca c\u0103 ce dar fost lui prin sunt dup\u0103 dupa fi sau "
     "ale fie acest aceast\u0103 cele lor cel \u00EEntre c\u0103tre "
     "p\u00E2n\u0103 "
     "despre anul",
     "\u0103\u021B\u0219"},
    {"cs",
     "a v se na je \u017Ee ze s o z do i to k za pro by ale jako po jsou jeho "
     "od jsem kter\u00E9 kter\u00FD kter\u00E1 podle nebo p\u0159i jen tak "
     "byl byla bylo u\u017E uz tak\u00E9 take aby roce proti jejich m\u00E1 "
     "v\u0161ak p\u0159ed mezi",
     "\u011B\u0159\u016F\u010D"},
    {"hu",
     "a az \u00E9s es hogy nem is egy volt meg csak de ez ezt azt ami mint "
     "m\u00E1r mar el van s ki ha m\u00E9g meg vagy kell lesz k\u00F6z\u00F6tt "
     "ut\u00E1n szerint sz\u00E1m\u00E1ra aki amely \u00EDgy lehet minden majd "
     "illetve valamint",
     "\u0151\u0171"},
    {"fi",
     "ja on ei se ett\u00E4 h\u00E4n oli mutta ovat my\u00F6s kun tai niin "
     "kuin "
     "ole joka sen vain jo sit\u00E4 mukaan olla jos jotka h\u00E4nen "
     "t\u00E4m\u00E4 t\u00E4m\u00E4n ne siit\u00E4 eiv\u00E4t olisi sanoi "
     "mit\u00E4 nyt viel\u00E4 sek\u00E4 kanssa ennen j\u00E4lkeen",
     "\u00E4\u00F6"},
    {"vi",
     "v\u00E0 c\u1EE7a l\u00E0 c\u00F3 trong cho kh\u00F4ng "
     "\u0111\u01B0\u1EE3c "
     "c\u00E1c nh\u1EEFng m\u1ED9t v\u1EDBi \u0111\u00E3 n\u00E0y \u1EDF "
     "ng\u01B0\u1EDDi \u0111\u1EC3 khi v\u1EC1 t\u1EEB ra theo \u0111\u1EBFn "
     "n\u0103m c\u0169ng nh\u01B0 s\u1EBD ph\u1EA3i",
     "\u0111\u01A1\u01B0"},
};
constexpr std::size_t kLatinLanguages = sizeof kLatin / sizeof kLatin[0];

} // namespace tritone::article::language_words
