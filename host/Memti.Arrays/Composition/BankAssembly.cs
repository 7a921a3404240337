using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;

namespace Memti.Arrays.Composition;

/// <summary>Solves the banks of one memory and puts them together.</summary>
/// <param name="form">What the banks have in common; its cells do not count.</param>
/// <param name="solve">Solves a bank.</param>
public sealed class BankAssembly(BankRequest form, Func<BankRequest, BankSolution> solve)
{
    /// <summary>The banks of a memory, in the order of their sizes.</summary>
    /// <param name="sizes">Cells of each bank, largest first.</param>
    /// <param name="whole">Cells of the one bank that could hold the memory instead; null where there is none or the rule forbids it.</param>
    /// <param name="target">What the memory is chosen for. Where that adds up over banks, the whole is taken if it comes to less.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: nothing fits, and why.</exception>
    public IReadOnlyList<SolvedBank> Build(IReadOnlyList<long> sizes, long? whole, ArrayTarget target)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        IReadOnlyList<SolvedBank> parts = Around(Chosen(Sized(sizes[0]), target), sizes, target);
        if (sizes.Count == 1 || !AddsUp(target) || whole is not { } cells || Winner(Sized(cells), target) is not { } one)
            return parts;
        return Figure(one) < parts.Sum(Figure) ? [one] : parts;

        double Figure(SolvedBank bank) => BankMetrics.Of(bank).Of(target);
    }

    /// <summary>Smaller banks around a large one: each the smallest that reads no slower; where there is none, the one that the target asks for.</summary>
    /// <param name="largest">The first bank.</param>
    /// <param name="sizes">Cells of each bank, that of the largest first.</param>
    /// <param name="target">What the large one was chosen for.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: nothing fits, and why.</exception>
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
        BankRequest asFast = request with { Limits = request.Limits with { ReadLatency = Math.Min(request.Limits.ReadLatency, largest.ReadLatency) } };
        return Winner(asFast, AddsUp(target) ? target : ArrayTarget.Area) ?? Chosen(request, target);
    }

    private SolvedBank? Winner(BankRequest request, ArrayTarget target) => solve(request).Winners.GetValueOrDefault(target);

    private SolvedBank Chosen(BankRequest request, ArrayTarget target)
    {
        BankSolution solution = solve(request);
        return solution.Winners.GetValueOrDefault(target) ?? throw new MemtiException(InfeasibleReport.Explain(request, solution));
    }

    private BankRequest Sized(long cells) => form with { Cells = cells };

    /// <summary>True for what the memory has as the sum over its banks.</summary>
    private static bool AddsUp(ArrayTarget target) => target is ArrayTarget.Area or ArrayTarget.LeakagePower;
}
