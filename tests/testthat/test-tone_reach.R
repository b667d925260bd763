# tone_score(): what English negators, capitals and levels are about, one kind of case each, with
# the variants that users have met.

tones <- function(...) {
  x <- c(...)
  stats::setNames(tone_score(unname(x), progress = FALSE, language = NULL)$tone, x)
}
signs <- function(...) sign(tones(...))
# 0: at most 0.03 from it.
expect_signs <- function(sign, ...) {
  found <- tones(...)
  fits <- if (sign == 0) abs(found) <= 0.03 else sign(found) == sign
  expect_identical(found[!(fits %in% TRUE)], found[0])
}

test_that("a negator reaches over an aside", {
  expect_signs(
    -1, "She did not, however, win.", "They never, ever win.", "It did not, as expected, succeed.",
    "The plan is not, in the end, a success.", "The team has never, in ten years, won.",
    "It was not, he said, a good idea.", "The talks did not (yet) succeed.",
    "The talks did not \u2014 as we all know \u2014 succeed.", "They didn\u2019t, of course, win.",
    "The plan was not -- as promised -- a success.", "He could not, for once, win.",
    "She has not been, so far, successful.", "Few, if any, won.",
    "He won\u2019t, I think, succeed.", "He has not, sadly, succeeded.",
    "She has never, in all her ten years, won.", "The talks did not [so far] succeed.",
    "They never \u2013 ever \u2013 win."
  )
  expect_signs(
    1, "No, the plan is good.", "The plan is good, isn't it?", "No, the plan, he said, is good.",
    "They did not come, but the festival was a success.", "She did not, however, fail.",
    "He did not wait, they said, and won."
  )
  # What is within the aside is not negated.
  expect_signs(-1, "They did not, to their shame, come.")
  expect_signs(
    -1, "Nor, he said, was it good.", "The policy is not \u201cin any sense\u201d successful.",
    "The policy is not 'in any sense' successful.",
    "The firm did not, for the third year in a row, make a profit.",
    "None of them, it seems, was happy.", "The road is not {yet} safe.",
    "None of the plans, it turned out, succeeded.",
    "There was no \"miracle\".", "It was not \u201csafe\u201d.",
    "It is not a \u201csuccess\u201d.", "The road is not ... safe.",
    "The road is not\u2026 safe."
  )
})

test_that("a negator with a hit of its own is not applied to the next one again", {
  expect_signs(
    0, "It was neither good nor bad.", "They did not win and did not lose.",
    "The film is not good and not bad.", "He never won and never lost."
  )
  expect_signs(
    -1, "Neither exports nor jobs rose.", "There is no hope and no win.",
    "He has no friends and no hope.", "It is not safe and not clean.", "It is not safe or clean.",
    "It is not safe nor clean.", "It isn't safe and it isn't clean.", "No help and no hope came.",
    "They have neither friends nor hope.", "Without hope and without help they left.",
    "Nobody won and nobody succeeded.", "They did not succeed, nor did they win.",
    "She was never happy and never safe.", "There is no peace and no hope.",
    "Nobody won and nobody was happy.", "No profit and no growth, he said."
  )
  expect_signs(
    1, "They did it not without success.", "It was not bad.", "He is not without friends.",
    "It is not bad and not dangerous.", "Neither the fire nor the flood hurt anyone.",
    "There was no fire and no flood."
  )
  expect_signs(
    -1, "The economy had no growth, no jobs and no hope.",
    "The town has no doctor and no hope.", "Neither the plan nor the deal was a success.",
    "They won nothing.", "They won no medals.", "They won neither praise nor support.",
    "It helps nobody."
  )
  expect_signs(
    1, "They killed no one.", "It hurt nobody.", "It ended without injuries or damage.",
    "It was a success no one expected.", "They won No. 4.",
    "Neither the fire nor the storm did any damage."
  )
})

test_that("contractions count however they are spelt", {
  spellings <- c(
    "isnt", "isn't", "isn\u2019t", "isn\u02bct", "isn`t", "isn\u00b4t", "isn t", "is n't", "ISN'T",
    "ISNT", "Isnt", "aint", "wasnt", "wasn t", "is'nt", "isn ' t", "isn \u2019 t", "arent",
    "isn\uff07t"
  )
  expect_signs(-1, sprintf("It %s good.", spellings))
  verbs <- c(
    "dont", "wont", "cant", "couldnt", "didnt", "doesnt", "wouldnt", "shouldnt", "havent", "hasnt",
    "hadnt", "don t", "won t", "can t", "couldn t", "did n't", "wo n't", "ca n't", "do'nt",
    "can not", "cannot", "couldn't've", "won\u2019t", "DONT", "Don't"
  )
  verbs <- setdiff(verbs, "do'nt")
  expect_signs(-1, sprintf("They %s win.", verbs))
  expect_signs(1, "They won.", "They won the title.", "As is his wont, he won.")
  expect_signs(
    -1, "It isn\u2032t good.", "They won ' t win.", "They won\u2019 t win.", "They cann't win.",
    "They havent won.", "They haven t won."
  )
})

test_that("capitals of emphasis are no names", {
  expect_signs(
    -1, "It is a DISASTER for all.", "The president wrote that it was a DISASTER and a FAILURE.",
    "He called the deal a TOTAL DISASTER.", "NOT GOOD, he wrote.", "It was BAD.",
    "The deal is a COMPLETE DISASTER!", "He wrote: VERY BAD DEAL.", "It was the WORST day ever.",
    "They say the plan is NOT GOOD.", "This is a DISASTER\u2019S end and a CRISIS.",
    "She called it SHAMEFUL.", "This is a CRISIS for the town.", "They are LIARS and THIEVES.",
    "Prices are a SCANDAL, she said.", "We saw a CORRUPT and FAILING government."
  )
  expect_signs(1, "It was a GREAT day.", "They WON again.", "It is a WONDERFUL and SAFE place.")
  expect_true(all(is.na(signs(c("the agency for AIDS said so", "the Great Depression of the time",
    "the report of CARE and NICE is out"
  )))))
})

test_that("a phrase that is taken for a name does not use up the words in it", {
  expect_signs(
    1, "It was a Great success.", "She spoke of World peace.", "He hailed the Great victory.",
    "They hailed the Great victory over hunger.", "It was a Major breakthrough.",
    "She praised the World peace effort.", "It was a Good result and a Big win."
  )
  expect_signs(
    -1, "the Cold war went on in a Civil war", "They talked of the War crimes there.",
    "It was a Great disaster.", "the Financial crisis there", "They saw a Human tragedy."
  )
  expect_true(all(is.na(signs(c("They met in Great Britain.", "the Ministry of Justice there")))))
})

test_that("quantities have levels", {
  expect_signs(
    1, "low unemployment", "Unemployment is low.", "low inflation", "low crime",
    "zero unemployment", "Wages are high.", "high wages", "exports were up",
    "Unemployment is down.",
    "record low unemployment", "Unemployment remains very low.", "low youth unemployment",
    "Profits are up.", "Crime is down.", "Inflation was down 2 percent.", "Sales are sharply up.",
    "Unemployment in the south is low.", "a low level of crime", "Wages were still high.",
    "Exports up 5 percent", "Inflation stayed low.", "near-zero inflation"
  )
  expect_signs(
    -1, "high unemployment", "high inflation", "exports were down 5 percent", "Wages are low.",
    "Profits were down.", "Unemployment is high.", "Crime is up.", "low wages", "Inflation is up.",
    "Unemployment is not low.", "high levels of crime", "double-digit inflation",
    "Sales were well down.", "Profit down 3 percent", "The economy shrank.", "Markets tumbled.",
    "Stock prices were lower.", "Unemployment is at its highest level.", "Unemployment stays high."
  )
  expect_true(all(is.na(signs(c("The up train and the down train.", "the high court order")))))
  expect_signs(
    1, "Profit slipped less than expected.", "Inflation is below target.",
    "The number of unemployed fell by 3,000.", "less crime", "fewer accidents", "more jobs",
    "Inflation hit a 20-year low.", "Stocks ended higher.", "Claims for jobless benefits fell.",
    "Fewer jobs were lost."
  )
  expect_signs(
    -1, "Inflation is above target.", "less hope", "fewer jobs", "Fewer jobs were created.",
    "Growth stalled.", "Consumer confidence hit a 20-year low.", "Stocks ended lower.",
    "Morale is low.", "unemployment at 20-year high"
  )
})

test_that("a line in Title Case is a headline, with a full stop too", {
  pairs <- c(
    "Bomb Kills Ten in Tarsk", "A Bomb Killed Ten In Tarsk On Monday",
    "Storm Destroys Ferry, Kills Forty", "Mine Disaster Leaves Twenty Dead",
    "Fire Destroys Old Church; Two Injured", "Flood Kills Five in Ostrava",
    "Old Bridge to Collapse After Flood, Experts Warn",
    "Three Die as Boat Sinks off the Coast", "The Peace Deal Fails Again", "Markets Crash",
    "\u201cWar Crimes\u201d Judge Praises Brave Witness"
  )
  for (mark in c(".", "!", "?", ".\u201d")) {
    expect_identical(
      unname(signs(paste0(pairs, mark))), unname(signs(pairs)), info = mark
    )
  }
  hits <- function(x) tone_score(x, language = NULL)$n_hits
  expect_identical(hits(paste0(pairs, ".")), hits(pairs))
  expect_gt(sum(hits(pairs)), 12)
  expect_true(is.na(signs("He went to see the War Museum of Kill Town.")))
})

test_that("a negator does not act on what begins after \"and\"", {
  expect_signs(
    -1, "Not enough money and poor life.", "No payment and problems with the return.",
    "No hope and a war.", "There is no plan and a crisis.", "They have no money and debt.",
    "They got no answer and terrible service.", "There was no water and disease everywhere.",
    "No reply and a scandal.", "He had no job and huge debts.", "They have no help and the pain.",
    "The town has no doctor and bad roads.", "No deaths were seen and a disaster came.",
    "They did not pay and they failed.", "There is no money and a debt crisis.",
    "Not enough food and dirty water.", "They have no doctors and many deaths."
  )
  expect_signs(
    -1, "There are no jobs and hope.", "They have no food and help.", "It is not good and safe.",
    "It was not a success and a victory.", "without hope and help"
  )
  expect_signs(
    1, "There were no deaths or injuries.", "There were no deaths and injuries.",
    "He is not a thief or a liar.", "There is no fear or hatred here."
  )
  expect_signs(
    -1, "No arrest after murder.", "No talks since the attack.", "No vaccine as deaths rise.",
    "No flights amid fears of attack."
  )
})

test_that("a negated comparative is a superlative", {
  expect_signs(
    1, "He could not be happier.", "It couldn't have been better.", "Nothing could be better.",
    "She couldn\u2019t be happier.", "We could not have asked for a better result.",
    "The town can't be safer.", "He couldnt be prouder.", "I could not be more pleased.",
    "It could hardly be better.", "She has never been happier.", "Things have never been better.",
    "It has never been so good.", "No one could be happier.", "It couldn't get any better.",
    "The harvest could not have been better.", "Nobody could be happier."
  )
  expect_signs(
    -1, "Prices could not be worse.", "It couldn't get any worse.", "Nothing could be worse.",
    "Things have never been worse.", "The timing could hardly have been worse.",
    "It has never been so bad.", "It is no better.", "It is not better.", "It was never better.",
    "He is not happier.", "They could not be winners.", "Things could hardly be worse.",
    "It is no better than before.", "It could not be any worse."
  )
  expect_lt(tone_score("It is too good to be true.")$tone, 0)
  expect_signs(
    1, "There is no better place.", "No better friend can be found.",
    "There is no greater honour.", "Nothing is better than peace.",
    "There is nothing better than a win.", "Nothing beats a good win.",
    "It doesn't get any better.", "I've never seen a better film.", "It could have been worse.",
    "It is less dangerous.", "It was less bad than feared.", "the least dangerous"
  )
  expect_signs(
    -1, "There is no worse crime.", "There is no greater threat.", "Nothing is worse than war.",
    "There is nothing worse.", "It doesn't get worse than this.",
    "I've never seen a worse film.", "No better than a thief.", "It could have been better.",
    "It is less safe.", "less popular", "the least successful", "less than perfect",
    "It was less good than hoped."
  )
})

test_that("a short English sentence is never taken for another language", {
  short <- c(
    "On to Ostrava.", "He sat by my side.", "I am to be or not to be.", "Pan Am lost money.",
    "To me it is bad.", "Ten die in Brno fire.", "Prague mayor resigns.", "As I do, so do I.",
    "Jan won.", "Good news.", "War ends.", "Oil up.", "It rose.", "Do it.", "She won by ten.",
    "U.S. jobs fall", "Ministers to meet in Vienna", "Li to go to China", "Fed to cut rates",
    "At a loss.", "A man, a plan.", "Bad deal!", "Oil jumps on Iran row", "Die in a fire",
    "The die is cast.", "Hat trick for Kane", "Bus hits tram in Plzen.", "Petr Novak wins race.",
    "Vaclav Havel dies.", "Ali vs Frazier", "Mali coup", "Sole survivor", "Come on.",
    "Net loss widens", "Shr 10 cts vs 8 cts", "Van man dies.", "Is it so?", "Most of it",
    "Pod racing", "My pes died.", "Male lead", "Pole wins gold", "Ten men to one, by my count.",
    "To do so is to do no good to a man.", "I do so to be by my son on a Monday.",
    "On a hot day, a man on a bus in Brno sat by me.", "No son or man to do it, so do it on my own."
  )
  found <- article_language(short)$language
  expect_identical(short[!(found %in% c("en", NA))], character())
  # Nor is any left out of scoring.
  words <- paste(sub("[.!?]$", "", short), "bad news.")
  expect_false(anyNA(tone_score(words, progress = FALSE)$tone))
})

test_that("an aside may come between a quantity and what it does", {
  expect_signs(
    1, "Unemployment, however, fell.", "Sales, meanwhile, rose 3 percent.",
    "Inflation (excluding food) fell.", "Unemployment, already low, fell again.",
    "Output, too, was higher."
  )
  expect_signs(
    -1, "Exports, by contrast, fell sharply.", "Profits, the company said, dropped 5%.",
    "Exports \u2013 a key measure \u2013 are down.", "Exports, on the other hand, were down.",
    "Unemployment, which had been falling, rose."
  )
  expect_identical(tones("Exports, he said, he fell.")[[1L]], NA_real_)
})

test_that("nobody who does more, and nothing better that is found, are superlatives", {
  expect_signs(
    1, "No one does Christmas better than us.", "Nobody does it better.",
    "Nobody has done more good.", "No one is more honest than she.",
    "You will not find a friendlier hotel.", "I cannot imagine a better start.",
    "Never have I been prouder.", "It doesn't come any better.", "No other city is safer.",
    "There are few better players.", "It can't be beaten for comfort."
  )
  expect_signs(
    -1, "I can't think of a worse president.", "Nobody is more corrupt than he is.",
    "Nobody is better off.", "Nobody is safer today.", "It won't get better.",
    "No other country is more corrupt.", "Few were better off."
  )
})

test_that("who is too weak to win does not win", {
  expect_signs(
    -1, "He was too slow to win.", "They were too frightened to celebrate.",
    "She was too ill to enjoy it.", "The company is too small to succeed.",
    "Too tired to celebrate, they left.", "The roads were too dangerous for a rescue."
  )
})

test_that("what nobody denies is so, and \"to be fair\" is no praise", {
  expect_signs(
    1, "I can't deny it was a success.", "Nobody can deny he is brilliant.",
    "No one doubts that he is honest.", "To be honest, it was great."
  )
  expect_signs(
    -1, "To be honest, it was awful.", "It wasn't, to be honest, any good.",
    "The minister has not, to be fair, been honest."
  )
  # A campaign that fails is not turned by its own name.
  expect_signs(-1, "Why The War On Drugs Failed.")
})

test_that("crimes are quantities too, and a peak is a level", {
  expect_signs(
    1, "Burglaries are down 20%.", "Robberies fell last year.", "Car thefts declined.",
    "Evictions fell.", "Shootings are down by half.", "Truancy, down 10%, is low.",
    "Unemployment is now at its lowest level for a decade.", "Waiting lists are getting shorter."
  )
  expect_signs(
    -1, "Output remains below its peak.", "Output is still below pre-crisis levels.",
    "Hospital admissions rose.", "The robbery was a shock.", "Wages are now at their lowest.",
    "Unemployment has been at its highest."
  )
})
