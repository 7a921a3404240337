namespace Memti.Plugins.Supplies.Converters;

/// <summary>Published tables of efficiencies.</summary>
internal static class KnownTables
{
    /// <summary>BQ25504, of shepherd-tools (MIT): by input voltage in mV and input current in uA, in percent.</summary>
    private static readonly EfficiencyTable Boost = Percent(
        [0, 0.128, 0.256, 0.384, 0.512, 0.640, 0.768, 0.896, 1.024, 1.152, 1.280, 1.408],
        [0, 8e-6, 16e-6, 32e-6, 64e-6, 128e-6, 256e-6, 512e-6, 1e-3, 2e-3, 4e-3, 8e-3],
        [
            [1, 1, 2, 5, 10, 15, 15, 20, 25, 30, 30, 35],
            [10, 20, 30, 40, 50, 55, 56, 57, 58, 59, 60, 61],
            [20, 40, 50, 60, 65, 66, 67, 68, 69, 70, 71, 72],
            [35, 55, 65, 71, 73, 74, 75, 75, 76, 77, 77, 78],
            [45, 65, 70, 73, 75, 77, 78, 79, 80, 81, 81, 82],
            [50, 70, 74, 76, 78, 79, 80, 81, 82, 83, 83, 84],
            [52, 73, 76, 78, 80, 81, 82, 83, 84, 85, 85, 86],
            [53, 75, 77, 79, 81, 82, 83, 84, 85, 86, 86, 87],
            [55, 77, 78, 80, 82, 83, 85, 86, 87, 87, 87, 88],
            [56, 78, 79, 81, 83, 85, 87, 88, 88, 88, 88, 89],
            [58, 79, 80, 82, 84, 86, 88, 89, 89, 89, 89, 90],
            [60, 80, 81, 83, 85, 87, 89, 90, 90, 90, 90, 90],
        ],
        isLinear: false);

    /// <summary>BQ25570, of shepherd-tools (MIT): by output current 0, 1, 2, 4, ... 512 uA, 1 mA and more.</summary>
    private static readonly EfficiencyTable Buck = Percent(
        [0],
        [0, 1e-6, 2e-6, 4e-6, 8e-6, 16e-6, 32e-6, 64e-6, 128e-6, 256e-6, 512e-6, 1e-3],
        [[40, 50, 60, 73, 82, 86, 88, 90, 91, 92, 93, 92]],
        isLinear: false);

    /// <summary>Regulator in front of a core, of MESSY (Apache-2.0): by load current, linear between.</summary>
    private static readonly EfficiencyTable Core = Percent(
        [0],
        [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.09, 0.2, 0.3, 0.4],
        [[42.7, 77.9, 86.9, 88.2, 88.8, 90.6, 91.2, 90.1, 88.4, 85.0]],
        isLinear: true);

    /// <summary>Battery side of MESSY (Apache-2.0): by load current, linear between.</summary>
    private static readonly EfficiencyTable Battery = Percent(
        [0],
        [1e-3, 5e-3, 0.01, 0.05, 0.1, 0.4],
        [[88.0, 92.8, 93.2, 94.4, 94.6, 96.7]],
        isLinear: true);

    /// <summary>Panel side of MESSY (Apache-2.0): by panel voltage; here each value holds from its voltage on.</summary>
    private static readonly EfficiencyTable Panel = Percent(
        [0, 1.09, 1.76, 2.43, 2.60, 2.97, 4.97],
        [0],
        [[64.9], [81.9], [85.9], [89.3], [90.7], [68.6], [47.7]],
        isLinear: false);

    public static EfficiencyTable Of(ConverterModel model) => model switch
    {
        ConverterModel.Bq25504Boost => Boost,
        ConverterModel.Bq25570Buck => Buck,
        ConverterModel.CoreRegulator => Core,
        ConverterModel.BatteryRegulator => Battery,
        _ => Panel,
    };

    public static string NameOf(ConverterModel model) => model switch
    {
        ConverterModel.Bq25504Boost => "BQ25504 boost",
        ConverterModel.Bq25570Buck => "BQ25570 buck",
        ConverterModel.CoreRegulator => "core regulator",
        ConverterModel.BatteryRegulator => "battery regulator",
        _ => "panel converter",
    };

    private static EfficiencyTable Percent(double[] volts, double[] amperes, double[][] percent, bool isLinear) =>
        new(volts, amperes, [.. percent.Select(static row => Array.ConvertAll(row, static value => value / 100))], isLinear);
}
