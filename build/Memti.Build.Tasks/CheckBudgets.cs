using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Compares accuracy, energy, area and lifetime with the budgets. An exceeded budget is an error at its item.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckBudgets : WeightStage
{
    private protected override string Stage => "check";
}
