using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Storages;

/// <summary>Options of a storage that always has enough.</summary>
public sealed class IdealOptions
{
    /// <summary>Its voltage.</summary>
    [Parameter("Voltage", Unit = "V", Minimum = 0.1, Maximum = 1000, Source = "chosen")]
    public double Volts { get; set; } = 3.3;
}
