using Memti.Arrays.Banks;

namespace Memti.Arrays.Search;

/// <summary>Cache of solved banks that outlives one solver. Thread-safe.</summary>
public interface IBankCache
{
    /// <summary>Returns the solution of a bank, bit for bit what a search finds, or null when it is not cached.</summary>
    BankSolution? Find(BankRequest request);

    /// <summary>Adds a solution. The cache may drop it at any time.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="solution">Result of a search without a Pareto front.</param>
    void Add(BankRequest request, BankSolution solution);
}
