namespace Memti.Arrays.Technology;

/// <summary>A wire without repeaters: distributed resistance and capacitance, on metal above the cells, so without area and leakage.</summary>
/// <param name="FaradsPerMetre">Capacitance in F/m.</param>
/// <param name="OhmsPerMetre">Resistance in ohm/m.</param>
internal readonly record struct Wire(double FaradsPerMetre, double OhmsPerMetre)
{
    private const double VacuumPermittivity = 8.85e-12;
    private const double VerticalPermittivity = 3.9;
    private const double MillerFactor = 1.5;
    private const double FringeFaradsPerMetre = 1.15e-10;
    private const double CopperTemperatureCoefficient = 0.0039;
    private const double ResistivityTemperature = 293;

    /// <summary>The wire of a layer at a node and temperature.</summary>
    public static Wire Of(int nodeNanometres, string layer, double temperatureKelvin)
    {
        WireTable.Entry geometry = WireTable.Of(nodeNanometres, layer, "aggressive");
        double width = geometry.PitchM / 2;
        double thickness = geometry.ThicknessToWidth * width;
        double spacing = geometry.PitchM - width;
        double resistivity = geometry.ResistivityOhmM * (1 + (CopperTemperatureCoefficient * (temperatureKelvin - ResistivityTemperature)));
        double vertical = 2 * VacuumPermittivity * VerticalPermittivity * width / geometry.DielectricHeightM;
        double sidewall = 2 * VacuumPermittivity * MillerFactor * geometry.HorizontalPermittivity * thickness / spacing;
        return new Wire(
            vertical + sidewall + FringeFaradsPerMetre,
            resistivity / (thickness - geometry.BarrierM) / (width - (2 * geometry.BarrierM)));
    }

    /// <summary>Delay of a step over a length in s; 2.3 RC/2 of a distributed line.</summary>
    public double Delay(double metres) => 2.3 * OhmsPerMetre * FaradsPerMetre * metres * metres / 2;
}
