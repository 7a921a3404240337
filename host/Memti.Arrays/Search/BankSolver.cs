using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>Solves single banks: by a search over all organisations, or in a given one.</summary>
public static class BankSolver
{
    /// <summary>Searches all organisations in one pass.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="axes">Targets of a Pareto front; null for none.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: no organisation can satisfy the request.</exception>
    public static BankSolution Solve(BankRequest request, IReadOnlyList<ArrayTarget>? axes = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        BankRequestCheck.Check(request);
        return new BankSearch(request, axes ?? []).Run(cancellation);
    }

    /// <summary>Searches all organisations in one pass, unless a cache holds the bank.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="cache">Cache that is read first and receives the result of a search; null for none.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: no organisation can satisfy the request.</exception>
    public static BankSolution Solve(BankRequest request, IBankCache? cache, CancellationToken cancellation = default)
    {
        if (cache?.Find(request) is { } known)
            return known;
        BankSolution solution = Solve(request, cancellation: cancellation);
        cache?.Add(request, solution);
        return solution;
    }

    /// <summary>Evaluates one organisation under the rules of a search.</summary>
    /// <param name="request">The bank. The driver style of the organisation overrides its own.</param>
    /// <param name="organisation">Division of the bank.</param>
    /// <param name="rejection">When the result is null, the rule that refuses the organisation.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: no organisation can satisfy the request.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is not a power of two, more parts are active than exist, or a mat has more than two sub-arrays on a side.
    /// </exception>
    public static SolvedBank? Evaluate(BankRequest request, Organisation organisation, out Rejection? rejection)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(organisation);
        BankRequestCheck.Check(request);
        return new OrganisationTrial(request, organisation).Run(out rejection);
    }
}
