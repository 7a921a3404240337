using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Arrays.Composition;

/// <summary>Explains why a search found no bank.</summary>
public static class InfeasibleReport
{
    /// <summary>Finding for an empty search: the number of organisations that each rule refused, largest first.</summary>
    public static Diagnostic Explain(BankRequest request, BankSolution solution)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(solution);
        string reasons = string.Join("; ", solution.Rejections
            // Impossible divisions are refused in every search and explain nothing.
            .Where(static rejection => rejection.Key != Rejection.Partitioning)
            .OrderByDescending(static rejection => rejection.Value)
            .Select(static rejection => FormattableString.Invariant($"{RejectionText.Of(rejection.Key)}: {rejection.Value:N0}")));
        return new Diagnostic(
            DiagnosticCode.NoArray,
            string.Create(
                CultureInfo.InvariantCulture,
                $"no bank of {request.Cells:N0} cells of '{request.Cell.Name}' can be built at {request.NodeNanometres} nm "
                    + $"{request.Roadmap} and {request.TemperatureKelvin} K; refused were {reasons}."))
        {
            Value = request.Cell.Name,
        };
    }
}
