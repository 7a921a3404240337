using Microsoft.Build.Framework;

namespace Memti.Build.Tasks;

/// <summary>Holds accuracy, energy, area and lifetime against the budgets; one that is not met is an error at its item.</summary>
[MSBuildMultiThreadableTask]
public sealed class CheckBudgets : WeightStage
{
    private protected override string Stage => "check";
}
