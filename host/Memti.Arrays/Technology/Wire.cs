namespace Memti.Arrays.Technology;

/// <summary>
/// A wire without repeaters: distributed resistance and capacitance. It runs on metal above the cells and takes no area and no leakage.
/// </summary>
/// <remarks>NVSim, Wire.cpp and formula.cpp (CalculateWireResistance, CalculateWireCapacitance).</remarks>
/// <param name="FaradsPerMetre">Capacitance in F/m.</param>
/// <param name="OhmsPerMetre">Resistance in ohm/m.</param>
internal readonly record struct Wire(double FaradsPerMetre, double OhmsPerMetre)
{
    /// <summary>Permittivity of vacuum in F/m, to the digits of NVSim (constant.h, PERMITTIVITY).</summary>
    private const double VacuumPermittivity = 8.85e-12;
    /// <summary>Relative permittivity between layers: silicon dioxide. Source: NVSim, Wire.cpp.</summary>
    private const double VerticalPermittivity = 3.9;
    /// <summary>Factor on the capacitance to neighbours that may switch the other way. Source: NVSim, Wire.cpp.</summary>
    private const double MillerFactor = 1.5;
    /// <summary>Fringe capacitance in F/m, the same for all wires. Source: NVSim, Wire.cpp, which takes it from CACTI.</summary>
    private const double FringeFaradsPerMetre = 1.15e-10;
    /// <summary>Relative change of copper's resistivity per K. Source: NVSim, constant.h.</summary>
    private const double CopperTemperatureCoefficient = 0.0039;
    /// <summary>Temperature in K of the tabulated resistivities. Source: NVSim, Wire.cpp.</summary>
    private const double ResistivityTemperature = 293;

    /// <summary>The wire of a layer at a node and temperature; the aggressive projection, as in all reference runs.</summary>
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

    /// <summary>Delay in s of a step over a length: 2.3 RC/2, the time to 90 % of the swing of a distributed line.</summary>
    public double Delay(double metres) => 2.3 * OhmsPerMetre * FaradsPerMetre * metres * metres / 2;
}
