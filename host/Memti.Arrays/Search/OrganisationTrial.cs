using System.Numerics;
using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>Evaluates one given organisation. Its rules and their order are those of a search, so both report the same refusal.</summary>
internal sealed class OrganisationTrial
{
    /// <summary>Most rows and most columns of sub-arrays in a mat. Source: NVSim, InputParameter.cpp.</summary>
    private const int MostSubarrays = 2;

    private readonly BankRequest _request;
    private readonly Organisation _organisation;
    private readonly Process _process;
    private readonly ProfileRules _rules;

    /// <summary>Prepares a trial.</summary>
    /// <param name="request">The bank; already checked.</param>
    /// <param name="organisation">Division of the bank.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is not a power of two, more parts are active than exist, or a mat has more than two sub-arrays on a side.
    /// </exception>
    public OrganisationTrial(BankRequest request, Organisation organisation)
    {
        CheckPart(organisation.MatRows, organisation.ActiveMatRows, int.MaxValue);
        CheckPart(organisation.MatColumns, organisation.ActiveMatColumns, int.MaxValue);
        CheckPart(organisation.SubarrayRows, organisation.ActiveSubarrayRows, MostSubarrays);
        CheckPart(organisation.SubarrayColumns, organisation.ActiveSubarrayColumns, MostSubarrays);
        foreach (int degree in (ReadOnlySpan<int>)[organisation.SenseMux, organisation.OutputMux1, organisation.OutputMux2])
            CheckPart(degree, active: 1, int.MaxValue);
        (_request, _organisation) = (request, organisation);
        _rules = ProfileRules.Of(request.Profile, request.Sensing);
        _process = Process.Of(request.NodeNanometres, request.Roadmap, request.TemperatureKelvin, keepsOverlap: !_rules.Corrected);
    }

    /// <summary>Returns the bank, or null and the rule that refuses it.</summary>
    public SolvedBank? Run(out Rejection? rejection)
    {
        SolvedBank? bank = null;
        rejection = Lay(out BankGrid grid) ?? Cut(grid.Wires, out SubarrayShape shape) ?? Build(grid, shape, out bank);
        return rejection is null ? bank : null;
    }

    private MatKey Recipe(SubarrayShape shape) => new(
        shape,
        (byte)_organisation.SubarrayRows,
        (byte)_organisation.SubarrayColumns,
        (byte)_organisation.ActiveSubarrayRows,
        (byte)_organisation.ActiveSubarrayColumns);

    private Rejection? Lay(out BankGrid grid)
    {
        grid = default;
        if (_request.WordCells % (_organisation.ActiveMatRows * _organisation.ActiveMatColumns) != 0)
            return Rejection.WordSplit;
        int addressBits = BitOperations.Log2((ulong)(_request.Cells / _request.WordCells));
        if (GridRouting.Of(
            _request.Routing,
            _organisation.MatRows,
            _organisation.MatColumns,
            _organisation.ActiveMatRows,
            _organisation.ActiveMatColumns,
            addressBits,
            _request.WordCells,
            _rules.BitsOut(_request.BitsPerCell)) is not { } laid)
            return Rejection.Partitioning;
        grid = laid;
        return null;
    }

    private Rejection? Cut(MatWires wires, out SubarrayShape shape)
    {
        MatKey division = Recipe(default);
        long muxes = (long)_organisation.SenseMux * _organisation.OutputMux1 * _organisation.OutputMux2;
        int address = wires.AddressBits - division.GatingBits;
        long rows = address <= 0 ? 0 : (1L << address) / muxes;
        long columns = wires.DataBits / division.Active * muxes;
        shape = new SubarrayShape(
            rows, columns, _organisation.SenseMux, _organisation.OutputMux1, _organisation.OutputMux2, _organisation.Driver);
        if (wires.DataBits % division.Active != 0)
            return Rejection.WordSplit;
        if (rows == 0)
            return Rejection.Partitioning;
        return columns % _rules.ColumnMultiple == 0 ? null : Rejection.ColumnMultiple;
    }

    private Rejection? Build(in BankGrid grid, SubarrayShape shape, out SolvedBank? bank)
    {
        bank = null;
        MatFactory mats = new(_process, _rules, new SubarrayFactory(_process, _rules, _request));
        if (!mats.TryMake(Recipe(shape), out Mat mat, out Rejection refused))
            return refused;
        if (_request.Routing == Routing.SharedSense && SharedSense.Of(_process, _rules, _request, grid, MatFigures.Of(mat)) is null)
            return Rejection.SensePitch;
        bank = BankReport.Of(_process, _rules, _request, new Bank(mat, grid));
        if (BankEvaluator.IsCrooked(bank.Height, bank.Width, _rules.MostBankAspect))
            return Rejection.BankAspect;
        return BankMetrics.Of(bank).Keeps(_request.Limits) ? null : Rejection.Constraint;
    }

    private static void CheckPart(int parts, int active, int most)
    {
        if (!BitOperations.IsPow2(parts) || !BitOperations.IsPow2(active) || active > parts || parts > most)
            throw new ArgumentOutOfRangeException(nameof(parts), parts, $"must be a power of two, {active} or more");
    }
}
