using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;

namespace Memti.Arrays.Composition;

/// <summary>Solves the banks of one memory and composes them.</summary>
/// <param name="form">Request that all banks share; its number of cells is ignored.</param>
/// <param name="solve">Function that solves one bank.</param>
public sealed class BankAssembly(BankRequest form, Func<BankRequest, BankSolution> solve)
{
    /// <summary>Solves the banks of a memory.</summary>
    /// <param name="sizes">Cells of each bank, largest first.</param>
    /// <param name="whole">Cells of a single bank for the whole memory; null when there is none or the rule forbids it.</param>
    /// <param name="target">Optimisation target. For targets that add up over banks, the single bank is taken when it costs less.</param>
    /// <returns>The banks, in the order of <paramref name="sizes"/>.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> with the reasons: no organisation fits.</exception>
    public IReadOnlyList<SolvedBank> Build(IReadOnlyList<long> sizes, long? whole, ArrayTarget target)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        IReadOnlyList<SolvedBank> parts = Around(Chosen(Sized(sizes[0]), target), sizes, target);
        // Latency and energy do not add up over banks, so several banks cannot be weighed against one by these targets.
        if (sizes.Count == 1 || !AddsUp(target) || whole is not { } cells || Winner(Sized(cells), target) is not { } one)
            return parts;
        return Figure(one) < parts.Sum(Figure) ? [one] : parts;

        double Figure(SolvedBank bank) => BankMetrics.Of(bank).Of(target);
    }

    /// <summary>
    /// Adds smaller banks to a large one. Each is the smallest bank that reads no slower than the large one or, where none does, the best
    /// for the target.
    /// </summary>
    /// <param name="largest">The first bank.</param>
    /// <param name="sizes">Cells of each bank, largest first.</param>
    /// <param name="target">Target for which the large bank was chosen.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> with the reasons: no organisation fits.</exception>
    public IReadOnlyList<SolvedBank> Around(SolvedBank largest, IReadOnlyList<long> sizes, ArrayTarget target)
    {
        ArgumentNullException.ThrowIfNull(largest);
        ArgumentNullException.ThrowIfNull(sizes);
        Dictionary<long, SolvedBank> solved = new() { [largest.Cells] = largest };
        foreach (long size in sizes)
            if (!solved.ContainsKey(size))
                solved.Add(size, Beside(largest, Sized(size), target));
        return [.. sizes.Select(size => solved[size])];
    }

    private SolvedBank Beside(SolvedBank largest, BankRequest request, ArrayTarget target)
    {
        BankRequest asFast = request with
        {
            Limits = request.Limits with { ReadLatency = Math.Min(request.Limits.ReadLatency, largest.ReadLatency) }
        };
        // The largest bank bounds latency and energy anyway, so a remainder bank that is fast enough is chosen for its area.
        return Winner(asFast, AddsUp(target) ? target : ArrayTarget.Area) ?? Chosen(request, target);
    }

    private SolvedBank? Winner(BankRequest request, ArrayTarget target) => solve(request).Winners.GetValueOrDefault(target);

    private SolvedBank Chosen(BankRequest request, ArrayTarget target)
    {
        BankSolution solution = solve(request);
        return solution.Winners.GetValueOrDefault(target) ?? throw new MemtiException(InfeasibleReport.Explain(request, solution));
    }

    private BankRequest Sized(long cells) => form with { Cells = cells };

    /// <summary>True for targets whose value for the memory is the sum over its banks.</summary>
    private static bool AddsUp(ArrayTarget target) => target is ArrayTarget.Area or ArrayTarget.LeakagePower;
}
