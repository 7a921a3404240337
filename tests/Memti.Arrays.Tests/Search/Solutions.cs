using System.Collections.Concurrent;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>Searches that several tests look at, each run once.</summary>
internal static class Solutions
{
    private static readonly ConcurrentDictionary<BankRequest, Lazy<BankSolution>> Known = new();

    public static BankSolution Of(BankRequest request) =>
        Known.GetOrAdd(request, static key => new Lazy<BankSolution>(() => BankSolver.Solve(key))).Value;
}
