# Texts in several languages, and the encodings in which each is written; our own words.
language_texts <- function() {
  list(
    Russian = list(
      text = c(
        "Паром снова ходит через залив, сообщила администрация порта.",
        "Ранее его остановили из-за сильного ветра, и жители острова три дня ждали почту.",
        "Капитан сказал, что зимой рейсов будет меньше, но цены на билеты не изменятся.",
        "Мэрия обещает построить новый причал к весне."
      ),
      encodings = c("windows-1251", "KOI8-R", "CP866", "ISO-8859-5", "UTF-16LE")
    ),
    Ukrainian = list(
      text = c(
        "Пором знову ходить через затоку, повідомила адміністрація порту.",
        "Раніше його зупинили через сильний вітер, і мешканці острова три дні чекали пошту.",
        "Капітан сказав, що взимку рейсів буде менше, але ціни на квитки не зміняться.",
        "Міська рада обіцяє збудувати новий причал до весни."
      ),
      encodings = c("windows-1251", "KOI8-U", "ISO-8859-5")
    ),
    Polish = list(
      text = c(
        "Prom znów pływa przez zatokę, poinformował zarząd portu.",
        "Wcześniej wstrzymano go z powodu silnego wiatru, a mieszkańcy wyspy czekali na pocztę.",
        "Kapitan powiedział, że zimą rejsów będzie mniej, ale ceny biletów się nie zmienią.",
        "Miasto chce zbudować nową przystań, zanim zacznie się wiosna."
      ),
      encodings = c("windows-1250", "ISO-8859-2")
    ),
    Czech = list(
      text = c(
        "Přívoz znovu jezdí přes záliv, oznámila správa přístavu.",
        "Dříve ho zastavili kvůli silnému větru a obyvatelé ostrova tři dny čekali na poštu.",
        "Kapitán řekl, že v zimě bude spojů méně, ale ceny jízdenek se nezmění.",
        "Město chce do jara postavit nové molo a žádá o peníze."
      ),
      encodings = c("windows-1250", "ISO-8859-2")
    ),
    Greek = list(
      text = c(
        "Το πλοίο περνά ξανά τον κόλπο, ανακοίνωσε το λιμάνι.",
        "Νωρίτερα το είχαν σταματήσει λόγω ισχυρού ανέμου και οι κάτοικοι περίμεναν τρεις μέρες.",
        "Ο καπετάνιος είπε ότι τον χειμώνα τα δρομολόγια θα είναι λιγότερα.",
        "Ο δήμος υπόσχεται νέα αποβάθρα ως την άνοιξη."
      ),
      encodings = c("windows-1253", "ISO-8859-7")
    ),
    Turkish = list(
      text = c(
        "Feribot körfezi yeniden geçiyor, liman yönetimi açıkladı.",
        "Daha önce şiddetli rüzgâr yüzünden durdurulmuştu ve adalılar üç gün posta bekledi.",
        "Kaptan, kışın sefer sayısının azalacağını ama bilet fiyatlarının değişmeyeceğini söyledi.",
        "Belediye ilkbahara kadar yeni bir iskele yapmak istiyor."
      ),
      encodings = c("windows-1254", "ISO-8859-9")
    ),
    Chinese = list(
      text = c(
        "渡轮又开始过海湾了，港口管理处说。",
        "此前因为大风停航，岛上的居民三天没有收到信。",
        "船长说，冬天的班次会减少，但是票价不会改变。",
        "市政府表示，明年春天以前要修建一个新的码头。"
      ),
      encodings = c("GB18030", "UTF-16LE", "UTF-16BE")
    ),
    Taiwanese = list(
      text = c(
        "渡輪又開始過海灣了，港口管理處說。",
        "此前因為大風停航，島上的居民三天沒有收到信。",
        "船長說，冬天的班次會減少，但是票價不會改變。",
        "市政府表示，明年春天以前要修建一個新的碼頭。"
      ),
      encodings = "BIG5"
    ),
    Japanese = list(
      text = c(
        "フェリーが再び湾を渡っていると、港の事務所が発表した。",
        "強い風のために止まっていて、島の人々は三日間郵便を待っていた。",
        "船長は、冬には便が少なくなるが、料金は変わらないと話した。",
        "市は春までに新しい桟橋を作る予定だ。"
      ),
      encodings = c("CP932", "EUC-JP", "ISO-2022-JP")
    ),
    Korean = list(
      text = c(
        "여객선이 다시 만을 건너고 있다고 항만청이 밝혔다.",
        "앞서 강한 바람 때문에 운항이 중단되어 섬 주민들은 사흘 동안 우편을 기다렸다.",
        "선장은 겨울에는 운항 횟수가 줄지만 요금은 그대로라고 말했다.",
        "시는 봄까지 새로운 부두를 지을 계획이다."
      ),
      encodings = c("CP949", "ISO-2022-KR")
    ),
    French = list(
      text = c(
        "Le bac traverse de nouveau la baie, a annoncé la direction du port.",
        "Arrêté à cause d\u2019un vent très fort, il a laissé l\u2019île sans courrier.",
        "Le capitaine a déclaré que les départs seraient moins nombreux en hiver.",
        "La mairie promet un nouveau quai d\u2019ici à l\u2019été prochain."
      ),
      encodings = c("windows-1252", "macintosh")
    ),
    German = list(
      text = c(
        "Die Fähre fährt wieder über die Bucht, teilte die Hafenbehörde mit.",
        "Wegen stürmischen Windes lag sie still, und die Insel mußte auf Post warten.",
        "Der Kapitän erklärte, daß im Winter weniger Fahrten möglich seien.",
        "Die Stadt möchte bis zum Frühjahr einen größeren Anleger bauen."
      ),
      encodings = c("windows-1252", "macintosh")
    )
  )
}

# Each text in each of its encodings at three lengths, as data frame of language, encoding,
# length and text.
encoded_texts <- function() {
  lengths <- list(headline = 1L, paragraph = 1:2, article = 1:4)
  rows <- lapply(names(language_texts()), function(language) {
    one <- language_texts()[[language]]
    expand <- expand.grid(
      encoding = one$encodings, length = names(lengths), stringsAsFactors = FALSE
    )
    expand$language <- language
    expand$text <- vapply(expand$length, function(length) {
      paste(one$text[lengths[[length]]], collapse = "\n\n")
    }, "")
    expand
  })
  do.call(rbind, rows)
}

# A file of `text` in `encoding`.
encoded_file <- function(text, encoding, name = "news.txt", env = parent.frame()) {
  path <- file.path(withr::local_tempdir(.local_envir = env), name)
  writeBin(iconv(text, "UTF-8", encoding, toRaw = TRUE)[[1L]], path)
  path
}
