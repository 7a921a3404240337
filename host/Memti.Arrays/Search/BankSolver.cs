using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>Solves single banks: the best of all organisations, or a given one.</summary>
public static class BankSolver
{
    /// <summary>Tries every organisation in one pass.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="axes">Targets between which to keep a Pareto front; null for none.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> for a request that no organisation can answer by its form.</exception>
    public static BankSolution Solve(BankRequest request, IReadOnlyList<ArrayTarget>? axes = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        BankRequestCheck.Check(request);
        return new BankSearch(request, axes ?? []).Run(cancellation);
    }

    /// <summary>Tries every organisation in one pass, unless a cache knows the bank.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="cache">Is asked first, and told of what was searched; null for none.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> for a request that no organisation can answer by its form.</exception>
    public static BankSolution Solve(BankRequest request, IBankCache? cache, CancellationToken cancellation = default)
    {
        if (cache?.Find(request) is { } known)
            return known;
        BankSolution solution = Solve(request, cancellation: cancellation);
        cache?.Add(request, solution);
        return solution;
    }

    /// <summary>Evaluates one organisation by the rules of a search.</summary>
    /// <param name="request">The bank; its driver style and the organisation's may differ, the organisation's counts.</param>
    /// <param name="organisation">How it is divided.</param>
    /// <param name="rejection">Why a search would refuse it, when the answer is null.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> for a request that no organisation can answer by its form.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number that is no power of two, more active parts than there are, more than two sub-arrays a side.</exception>
    public static SolvedBank? Evaluate(BankRequest request, Organisation organisation, out Rejection? rejection)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(organisation);
        BankRequestCheck.Check(request);
        return new OrganisationTrial(request, organisation).Run(out rejection);
    }
}
