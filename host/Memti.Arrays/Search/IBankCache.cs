using Memti.Arrays.Banks;

namespace Memti.Arrays.Search;

/// <summary>Remembers solved banks beyond one solver. Safe for several threads at once.</summary>
public interface IBankCache
{
    /// <summary>The solution of a bank, equal in every bit to what a search gives; null where it is not known.</summary>
    BankSolution? Find(BankRequest request);

    /// <summary>Remembers a solution. It may be forgotten at any time.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="solution">What a search without a Pareto front found.</param>
    void Add(BankRequest request, BankSolution solution);
}
