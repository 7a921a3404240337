using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>
/// Cuts the weights of a layer into blocks of at most an array. A matrix has a row for each input under a kernel, pixel after pixel and
/// channel after channel (HWC), and a column for each kernel. Groups of channels lie block-diagonally: as many as fit side by side.
/// </summary>
/// <remarks>Tile-and-pack, step 1: blocks of a whole array, and rectangles that are left over.</remarks>
internal sealed class LayerBlocks(ImcClusterOptions options)
{
    /// <exception cref="MemtiException"><see cref="ImcCodes.CrossbarTooSmall"/>.</exception>
    internal IReadOnlyList<WeightBlock> Of(Layer layer)
    {
        int rows = checked(layer.KernelHeight * layer.KernelWidth * (layer.InputChannels / layer.Groups));
        int columns = layer.OutputChannels / layer.Groups;
        // In HWC order one row of pixels under the kernel is one line of bytes. A group has its channels of each pixel alone.
        if (layer.Groups == 1)
            return [.. Matrix(layer, rows, columns, layer.KernelWidth * layer.InputChannels)];
        int together = Math.Min(options.Rows / rows, options.Columns / columns);
        if (together > 0)
            return [.. Diagonal(layer, rows, columns, together)];
        IReadOnlyList<WeightBlock> group = [.. Matrix(layer, rows, columns, layer.InputChannels / layer.Groups)];
        return [.. Enumerable.Repeat(group, layer.Groups).SelectMany(static blocks => blocks)];
    }

    private IEnumerable<WeightBlock> Matrix(Layer layer, int rows, int columns, int line)
    {
        bool isDepthwise = layer.Groups > 1 && layer.Groups == layer.InputChannels;
        if (rows > options.Rows && (isDepthwise || options.RowBlocks == RowBlocks.Refuse))
            throw TooSmall(layer, rows);
        for (int row = 0; row < rows; row += options.Rows)
        {
            int height = Math.Min(options.Rows, rows - row);
            for (int column = 0; column < columns; column += options.Columns)
            {
                int width = Math.Min(options.Columns, columns - column);
                yield return new WeightBlock(row, height, width, (long)height * width, line);
            }
        }
    }

    private static IEnumerable<WeightBlock> Diagonal(Layer layer, int rows, int columns, int together)
    {
        for (int group = 0; group < layer.Groups; group += together)
        {
            int groups = Math.Min(together, layer.Groups - group);
            // The channels of neighbouring groups lie side by side in each pixel: one line for each pixel under the kernel.
            yield return new WeightBlock(
                0, groups * rows, groups * columns, (long)groups * rows * columns, groups * layer.InputChannels / layer.Groups);
        }
    }

    /// <summary>The error of a dot product that does not fit the rows.</summary>
    private MemtiException TooSmall(Layer layer, int rows)
    {
        const string permitted = "an array of as many rows, or 'row_blocks: accumulate' or 'cores' for a plain matrix";
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"layer '{layer.Name}' has columns whose dot product takes {rows} rows, and an array has {options.Rows}; permitted: "
                + $"{permitted}.");
        return new(new Diagnostic(ImcCodes.CrossbarTooSmall, text)
        {
            Key = layer.Name,
            Value = options.Rows.ToString(CultureInfo.InvariantCulture),
            Permitted = permitted,
        });
    }
}
