//! What is said about each rule: its name, its steps, and what people ask.

use matching::Mechanism::{Generous, GreedyMax, Lottery, MinCost, Priority, RankMax};

use crate::Words;
use crate::how::model::{Honesty, Rule};
use crate::rounds;

/// A heading and what stands under it.
pub type Said = (String, String);

/// The rule's name, as the round's set-up has it.
pub fn name(words: &Words, rule: Rule) -> String {
    rounds::mechanism_name(words.lang(), rule.mechanism())
}

/// What the rule does, in two sentences.
pub fn about(words: &Words, rule: Rule) -> String {
    match rule {
        Rule::Drawn(Lottery) => words.how_about_lottery(),
        Rule::Drawn(Priority) => words.how_about_priority(),
        Rule::Drawn(MinCost) => words.how_about_mincost(),
        Rule::Drawn(RankMax) => words.how_about_rankmax(),
        Rule::Drawn(GreedyMax) => words.how_about_greedymax(),
        Rule::Drawn(Generous) => words.how_about_generous(),
        Rule::ByHand => words.how_about_manual(),
    }
    .to_string()
}

/// Which rounds it is good for.
pub fn good_for(words: &Words, rule: Rule) -> String {
    match rule {
        Rule::Drawn(Lottery) => words.how_good_lottery(),
        Rule::Drawn(Priority) => words.how_good_priority(),
        Rule::Drawn(MinCost) => words.how_good_mincost(),
        Rule::Drawn(RankMax) => words.how_good_rankmax(),
        Rule::Drawn(GreedyMax) => words.how_good_greedymax(),
        Rule::Drawn(Generous) => words.how_good_generous(),
        Rule::ByHand => words.how_good_manual(),
    }
    .to_string()
}

/// What is decided first, and what then.
pub fn steps(words: &Words, rule: Rule) -> Vec<Said> {
    let most = || (words.how_most_1(), words.how_most_1_note());
    let lots = || (words.how_lots_3(), words.how_lots_3_note());
    let steps = match rule {
        Rule::Drawn(Lottery) => [
            (words.how_lottery_1(), words.how_lottery_1_note()),
            (words.how_lottery_2(), words.how_lottery_2_note()),
            (words.how_lottery_3(), words.how_lottery_3_note()),
        ],
        Rule::Drawn(Priority) => [
            (words.how_priority_1(), words.how_priority_1_note()),
            (words.how_priority_2(), words.how_priority_2_note()),
            (words.how_priority_3(), words.how_priority_3_note()),
        ],
        Rule::Drawn(MinCost) => [most(), (words.how_mincost_2(), words.how_mincost_2_note()), lots()],
        Rule::Drawn(RankMax) => [
            (words.how_rankmax_1(), words.how_rankmax_1_note()),
            (words.how_rankmax_2(), words.how_rankmax_2_note()),
            lots(),
        ],
        Rule::Drawn(GreedyMax) => [most(), (words.how_greedymax_2(), words.how_greedymax_2_note()), lots()],
        Rule::Drawn(Generous) => [most(), (words.how_generous_2(), words.how_generous_2_note()), lots()],
        Rule::ByHand => [
            (words.how_manual_1(), words.how_manual_1_note()),
            (words.how_manual_2(), words.how_manual_2_note()),
            (words.how_manual_3(), words.how_manual_3_note()),
        ],
    };
    steps.map(|(title, note)| (title.to_string(), note.to_string())).to_vec()
}

/// Why an honest list is safe, or what the page shows where it is not.
pub fn why_honest(words: &Words, rule: Rule) -> String {
    match (rule, rule.honesty()) {
        (Rule::Drawn(Priority), _) => words.how_honest_why_priority(),
        (_, Honesty::Safe) => words.how_honest_why_lottery(),
        (_, Honesty::NotAlwaysBest) => words.how_honest_why_open(),
        (_, Honesty::Weighed) => words.how_honest_why_manual(),
    }
    .to_string()
}

/// Questions and answers; what makes no sense under the rule is left out.
pub fn questions(words: &Words, rule: Rule) -> Vec<Said> {
    let is_drawn = rule != Rule::ByHand;
    let is_safe = rule.honesty() == Honesty::Safe;
    let (ties, late) = match (rule, rule.honesty()) {
        (Rule::Drawn(Lottery), _) => (words.how_ties_lottery(), words.how_late_turn()),
        (Rule::Drawn(Priority), _) => (words.how_ties_priority(), words.how_late_class()),
        (Rule::ByHand, _) => (words.how_honest_manual(), words.how_late_manual()),
        _ => (words.how_ties_optimum(), words.how_late_optimum()),
    };
    let considerations = if is_drawn { words.how_considerations_text() } else { words.how_considerations_manual() };
    let mut groups = words.how_groups_text();
    if is_safe {
        groups = format!("{groups} {}", words.how_groups_safe());
    }
    let nothing = if is_drawn { words.how_nothing_text() } else { words.how_nothing_manual() };
    [
        (is_safe, words.how_popular(), words.how_popular_text()),
        (true, words.how_early(), words.how_early_text()),
        (is_drawn, words.how_ties(), ties),
        (true, words.how_limits(), words.how_limits_text()),
        (is_drawn, words.how_groups(), groups),
        (true, words.how_considerations(), considerations),
        (true, words.how_late(), late),
        (true, words.how_nothing(), nothing),
        (is_drawn, words.how_without(), words.how_without_text()),
    ]
    .into_iter()
    .filter(|(fits, ..)| *fits)
    .map(|(_, question, answer)| (question.to_string(), answer.to_string()))
    .collect()
}

/// How lots are drawn and checked; nothing where none are drawn.
pub fn draw(words: &Words, rule: Rule) -> Vec<String> {
    let Rule::Drawn(_) = rule else { return vec![] };
    let mut said = vec![words.how_draw_promise(), words.how_draw_file(), words.how_draw_check()];
    if rule.honesty() == Honesty::NotAlwaysBest {
        said.push(words.how_draw_certificate());
    }
    said.iter().map(ToString::to_string).collect()
}

/// Who sees what.
pub fn sees(words: &Words, rule: Rule) -> Vec<String> {
    let mut said = vec![words.how_sees_you()];
    if rule != Rule::ByHand {
        said.push(words.how_sees_number());
    }
    said.extend([words.how_sees_office(), words.how_sees_host()]);
    said.push(if rule == Rule::ByHand { words.how_sees_others_manual() } else { words.how_sees_others() });
    said.iter().map(ToString::to_string).collect()
}

/// What to do who disagrees; in a round also whether its result is a decision.
pub fn disagree(words: &Words, is_decision: Option<bool>) -> String {
    match is_decision {
        None => words.how_disagree_text(),
        Some(true) => words.how_disagree_decision(),
        Some(false) => words.how_disagree_notice(),
    }
    .to_string()
}
