using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>Where the weights of a network lie.</summary>
/// <param name="Blocks">The blocks in their arrays, largest first.</param>
/// <param name="Arrays">Arrays in use.</param>
internal sealed record ArrayPacking(IReadOnlyList<PlacedBlock> Blocks, int Arrays)
{
    /// <summary>Weights in the arrays.</summary>
    internal long Weights => Blocks.Sum(static placed => placed.Block.Weights);

    /// <summary>Packs blocks, largest first, which leaves the small ones for the gaps.</summary>
    internal static ArrayPacking Of(ImcClusterOptions options, IEnumerable<WeightBlock> blocks)
    {
        IBlockPacker packer = options.Packing switch
        {
            PackingRule.MaxRects => new MaxRectsPacker(options.Rows, options.Columns),
            PackingRule.Shelf => new ShelfPacker(options.Rows, options.Columns),
            _ => new SinglePacker(),
        };
        // Shelves want falling heights; free rectangles want falling areas.
        IOrderedEnumerable<WeightBlock> ordered = options.Packing == PackingRule.Shelf
            ? blocks.OrderByDescending(static block => block.Rows).ThenByDescending(static block => block.Columns)
            : blocks.OrderByDescending(static block => (long)block.Rows * block.Columns).ThenByDescending(static block => block.Rows);
        PlacedBlock[] placed = [.. ordered.Select(packer.Place)];
        return new ArrayPacking(placed, packer.Arrays);
    }

    /// <summary>Refuses a network that needs more arrays than there are.</summary>
    /// <exception cref="MemtiException"><see cref="ImcCodes.ArraysMissing"/>.</exception>
    internal ArrayPacking Within(ImcClusterOptions options, string network)
    {
        if (Arrays <= options.Arrays)
            return this;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"the weights of network '{network}' need {Arrays} arrays of {options.Rows} x {options.Columns}, and there are "
                + $"{options.Arrays}: {Arrays - options.Arrays} are missing.");
        throw new MemtiException(new Diagnostic(ImcCodes.ArraysMissing, text)
        {
            Key = "arrays",
            Value = options.Arrays.ToString(CultureInfo.InvariantCulture),
            Permitted = FormattableString.Invariant($"at least {Arrays}"),
        });
    }
}
