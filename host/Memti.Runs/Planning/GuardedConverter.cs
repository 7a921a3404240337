using Memti.Abstractions.Supplies;

namespace Memti.Runs.Planning;

/// <summary>A plugin's converter whose exceptions name the plugin.</summary>
internal sealed class GuardedConverter(ISupplyConverter converter, PartCall call) : ISupplyConverter
{
    public string Summary => converter.Summary;

    public IReadOnlyList<double> Borders { get; } = [.. converter.Borders.Order()];

    public double OfInput(double volts, double watts)
    {
        try
        {
            return converter.OfInput(volts, watts);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(OfInput), error);
        }
    }

    public double OfOutput(double volts, double watts)
    {
        try
        {
            return converter.OfOutput(volts, watts);
        }
        catch (Exception error) when (PartCall.IsOfPlugin(error))
        {
            throw call.Threw(nameof(OfOutput), error);
        }
    }
}
