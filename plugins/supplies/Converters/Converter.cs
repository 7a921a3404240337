using System.Globalization;
using Memti.Abstractions.Supplies;

namespace Memti.Plugins.Supplies.Converters;

/// <summary>A converter with a table of efficiencies: constant from each voltage and current on, or linear between currents.</summary>
internal sealed class Converter : ISupplyConverter
{
    private readonly EfficiencyTable _table;
    private readonly double _outputVolts;

    private Converter(EfficiencyTable table, double outputVolts, string summary)
    {
        (_table, _outputVolts, Summary) = (table, outputVolts, summary);
        Borders = [.. table.Volts.Skip(1)];
    }

    public string Summary { get; }

    public IReadOnlyList<double> Borders { get; }

    public static Converter Of(ConverterOptions options)
    {
        if (options.Table is { } file)
            return new(EfficiencyTableFile.Read(file), options.OutputV, file.Name);
        return options.Model == ConverterModel.Fixed
            ? new(
                new([0], [0], [[options.Efficiency]], IsLinear: false),
                options.OutputV,
                string.Create(CultureInfo.InvariantCulture, $"efficiency {options.Efficiency}"))
            : new(KnownTables.Of(options.Model), options.OutputV, KnownTables.NameOf(options.Model));
    }

    public double OfInput(double volts, double watts) => _table.At(volts, volts > 0 ? watts / volts : 0);

    public double OfOutput(double volts, double watts) => _table.At(volts, watts / _outputVolts);
}
