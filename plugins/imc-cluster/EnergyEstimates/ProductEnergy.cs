using Memti.Abstractions.Units;

namespace Memti.Plugins.ImcCluster.EnergyEstimates;

/// <summary>Energy of analog products by cause.</summary>
/// <param name="Fixed">Of each product, whatever it uses.</param>
/// <param name="Rows">With the rows in use.</param>
/// <param name="Columns">With the columns in use.</param>
internal readonly record struct ProductEnergy(Energy Fixed, Energy Rows, Energy Columns)
{
    internal Energy Total => Fixed + Rows + Columns;

    public static ProductEnergy operator +(ProductEnergy left, ProductEnergy right) =>
        new(left.Fixed + right.Fixed, left.Rows + right.Rows, left.Columns + right.Columns);

    public static ProductEnergy operator *(ProductEnergy product, double times) =>
        new(product.Fixed * times, product.Rows * times, product.Columns * times);
}
