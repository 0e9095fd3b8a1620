"""Rules about indicators and figures: without a value, plan or target, off the target, contradictory."""

from __future__ import annotations

from types import MappingProxyType

from queries.findings.contradictory_figures import CHECKED_FIGURES, CONTRADICTORY_FIGURES
from queries.findings.declared import checked, evidence
from queries.findings.indicator_values import CHECKED_COMPARABLE, OFF_TARGET
from queries.findings.indicator_values import WITHOUT_VALUE as WITHOUT_VALUE_QUESTION
from queries.findings.rule import Rule, Severity, Text

_CHECKED = checked(
    "checked_indicators",
    "Сколько показателей устанавливают действующие акты.",
    "How many indicators acts in force set.",
)
_INDICATORS = Text("показателей", "indicators")

WITHOUT_VALUE = Rule(
    kind="indicator-without-value",
    title=Text("Показатель без значения", "Indicator without a value"),
    advice=Text(
        "Внесите достигнутое значение с периодом: без него нельзя судить, выполняется ли план.",
        "Enter the value reached and its period: without it nobody can say whether the plan is kept.",
    ),
    severity=Severity.WARNING,
    question=WITHOUT_VALUE_QUESTION,
    checked=_CHECKED,
    counted=_INDICATORS,
    reasons=MappingProxyType(
        {
            "none-in-act": Text(
                "Ни у одного показателя этого акта нет достигнутых значений.",
                "No indicator of this act has a value that was reached.",
            ),
            "others-have": Text(
                "У других показателей этого акта значения есть, у этого нет.",
                "Other indicators of this act have values, this one has none.",
            ),
            "not-measured": Text(
                "Акт прямо говорит, что показатель не оценивался.", "The act itself says that it was not measured."
            ),
            "plan-is-over": Text(
                "Плановый период закончился, а значения за него нет: последнее значение – более раннее.",
                "The period planned for is over without a value: the last value is an earlier one.",
            ),
        }
    ),
)
WITHOUT_PLAN = Rule(
    kind="indicator-without-plan",
    title=Text("Показатель без планового значения", "Indicator without a planned value"),
    advice=Text("Установите плановые значения по периодам.", "Set the values planned for each period."),
    severity=Severity.NOTE,
    question=evidence(
        "indicator_without_plan",
        "У каких показателей нет плановых значений.",
        "Which indicators have no planned values.",
    ),
    checked=_CHECKED,
    counted=_INDICATORS,
    reasons=MappingProxyType(
        {
            "none-in-act": Text(
                "Ни у одного показателя этого акта нет плановых значений.",
                "No indicator of this act has a planned value.",
            ),
            "others-have": Text(
                "У других показателей этого акта плановые значения есть, у этого нет.",
                "Other indicators of this act have planned values, this one has none.",
            ),
        }
    ),
)
WITHOUT_TARGET = Rule(
    kind="indicator-without-target",
    title=Text("Показатель без целевого значения", "Indicator without a target"),
    advice=Text(
        "Установите целевое значение и срок; плановое значение последнего периода тоже считается целью.",
        "Set a target and when it is due; the value planned for the last period counts as one too.",
    ),
    severity=Severity.WARNING,
    question=evidence(
        "indicator_without_target",
        "У каких показателей нет ни цели, ни плана.",
        "Which indicators have neither a target nor a plan.",
    ),
    checked=_CHECKED,
    counted=_INDICATORS,
    reasons=MappingProxyType(
        {
            "none-in-act": Text(
                "Ни у одного показателя этого акта нет целевого значения.", "No indicator of this act has a target."
            ),
            "others-have": Text(
                "У других показателей этого акта целевые значения есть, у этого нет.",
                "Other indicators of this act have targets, this one has none.",
            ),
        }
    ),
)
OFF_TARGET_RULE = Rule(
    kind="indicator-off-target",
    title=Text("Показатель не достиг плана или цели", "Indicator off its plan or target"),
    advice=Text(
        "Выясните причину отставания и примите меры, либо пересмотрите план.",
        "Find out why it lags behind and act on it, or revise the plan.",
    ),
    severity=Severity.WARNING,
    question=OFF_TARGET,
    checked=CHECKED_COMPARABLE,
    counted=Text(
        "показателей, у которых наступил срок плана и есть значение", "indicators with a value and a plan that is due"
    ),
    reasons=MappingProxyType(
        {
            "misses-plan": Text(
                "Последнее значение хуже планового, срок которого наступил.",
                "The last value is worse than the plan that is due.",
            ),
            "misses-target": Text(
                "Последнее значение не достигает целевого.", "The last value does not reach the target."
            ),
        }
    ),
)
CONTRADICTORY = Rule(
    kind="contradictory-figures",
    title=Text("Противоречивые числа", "Contradictory figures"),
    advice=Text(
        "Приведите числа к одному значению или объясните разницу (иной период, иной охват).",
        "Bring the figures into line, or say why they differ (another period, another whole).",
    ),
    severity=Severity.VIOLATION,
    question=CONTRADICTORY_FIGURES,
    checked=CHECKED_FIGURES,
    counted=Text("показателей и норм с числами", "indicators and norms with figures"),
    reasons=MappingProxyType(
        {
            "one-act": Text(
                "Один и тот же акт называет об одном и том же разные числа.",
                "One act gives different figures for the same thing.",
            ),
            "two-acts": Text(
                "Разные акты одной территории называют об одном и том же разные числа.",
                "Acts of one territory give different figures for the same thing.",
            ),
        }
    ),
)

OF_INDICATORS: tuple[Rule, ...] = (CONTRADICTORY, WITHOUT_VALUE, WITHOUT_TARGET, OFF_TARGET_RULE, WITHOUT_PLAN)
