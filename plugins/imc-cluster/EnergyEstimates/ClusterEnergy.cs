using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.EnergyEstimates;

/// <summary>Energy of the engines, on top of the power of the cluster while it is on.</summary>
internal sealed class ClusterEnergy(ImcClusterOptions options)
{
    /// <summary>Rows and columns of the product whose energy is known.</summary>
    private const double KnownSide = 256;

    /// <summary>Time of that product: 131,072 operations at 958 GOPS.</summary>
    private const double KnownNanoseconds = 136.8;

    /// <summary>Cores whose energy is known.</summary>
    private const double KnownCores = 8;

    /// <summary>
    /// Energy of that product on top of the on power: the published efficiency is that of the whole cluster, which is on meanwhile.
    /// </summary>
    private readonly Energy _whole = Least(options.ProductEnergy - (options.On * SimTime.FromNanoseconds(KnownNanoseconds)));

    /// <summary>Energy of a product by cause.</summary>
    /// <param name="rows">Rows in use.</param>
    /// <param name="columns">Columns in use.</param>
    internal ProductEnergy Product(int rows, int columns) => new(
        _whole * (1 - options.RowShare - options.ColumnShare),
        _whole * options.RowShare * (rows / KnownSide),
        _whole * options.ColumnShare * (columns / KnownSide));

    /// <summary>Energy of the cores.</summary>
    /// <param name="cycles">Cycles in which all of them work.</param>
    internal Energy Cores(double cycles) => options.CoreCycle * (cycles * options.Cores / KnownCores);

    /// <summary>Energy of the depth-wise engine.</summary>
    internal Energy Depthwise(double macs) => options.DepthwiseMac * macs;

    private static Energy Least(Energy energy) => energy > Energy.Zero ? energy : Energy.Zero;
}
