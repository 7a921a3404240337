using System.Numerics;
using Memti.Abstractions;

namespace Memti.Arrays;

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

    /// <summary>Evaluates one organisation.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="organisation">How it is divided.</param>
    /// <param name="rejection">Why it cannot be built, when the answer is null.</param>
    public static SolvedBank? Evaluate(BankRequest request, Organisation organisation, out Rejection? rejection)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(organisation);
        BankRequestCheck.Check(request);
        Process process = Process.Of(request.NodeNanometres, request.Roadmap, request.TemperatureKelvin);
        ProfileRules rules = ProfileRules.Of(request.Profile, request.Sensing);
        int addressBits = BitOperations.Log2((ulong)(request.Cells / request.WordCells));
        rejection = Rejection.Partitioning;
        if (GridRouting.Of(
            request.Routing, organisation.MatRows, organisation.MatColumns, organisation.ActiveMatRows, organisation.ActiveMatColumns, addressBits, request.WordCells) is not { } grid)
            return null;
        SubarrayShape? shape = ShapeOf(organisation, grid.Wires);
        if (shape is null)
            return null;
        MatFactory mats = new(process, rules, new SubarrayFactory(process, rules, request));
        MatRecipe recipe = new(
            shape.Value,
            (byte)organisation.SubarrayRows,
            (byte)organisation.SubarrayColumns,
            (byte)organisation.ActiveSubarrayRows,
            (byte)organisation.ActiveSubarrayColumns);
        bool made = mats.TryMake(recipe, out Mat mat, out Rejection reason);
        rejection = made ? null : reason;
        return made ? BankReport.Of(process, rules, request, new Bank(mat, grid)) : null;
    }

    private static SubarrayShape? ShapeOf(Organisation organisation, MatWires wires)
    {
        int busy = organisation.ActiveSubarrayRows * organisation.ActiveSubarrayColumns;
        int gating = BitOperations.Log2((uint)(organisation.SubarrayRows * organisation.SubarrayColumns / busy));
        long muxes = (long)organisation.SenseMux * organisation.OutputMux1 * organisation.OutputMux2;
        int address = wires.AddressBits - gating;
        long rows = address <= 0 ? 0 : (1L << address) / muxes;
        return rows == 0
            ? null
            : new SubarrayShape(rows, wires.DataBits / busy * muxes, organisation.SenseMux, organisation.OutputMux1, organisation.OutputMux2, organisation.Driver);
    }
}
