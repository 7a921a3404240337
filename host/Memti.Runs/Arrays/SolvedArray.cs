using Memti.Abstractions.Arrays;
using Memti.Arrays.Search;

namespace Memti.Runs.Arrays;

/// <summary>A memory solved for one target: its banks and what they are together. SI units.</summary>
/// <param name="Target">What the organisation was chosen for; null for one that was given.</param>
/// <param name="Banks">The banks, largest first.</param>
public sealed record SolvedArray(ArrayTarget? Target, IReadOnlyList<SolvedBank> Banks)
{
    /// <summary>The bank that stands for the memory where only one can: organisation and split.</summary>
    public SolvedBank Largest => Banks[0];

    /// <summary>Cells of all banks.</summary>
    public long Cells => Banks.Sum(static bank => bank.Cells);

    /// <summary>A figure that adds up over banks: area, leakage, standby powers.</summary>
    public double Sum(Func<SolvedBank, double> of) => Banks.Sum(of);

    /// <summary>A figure of which the worst bank's counts: times.</summary>
    public double Worst(Func<SolvedBank, double> of) => Banks.Max(of);

    /// <summary>A figure of one access, the mean over the cells: energies.</summary>
    public double Mean(Func<SolvedBank, double> of) => Banks.Sum(bank => of(bank) * bank.Cells) / Cells;
}
