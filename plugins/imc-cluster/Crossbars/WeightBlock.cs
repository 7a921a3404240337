namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>A block of a layer's weights that lies in one array and is multiplied in one job.</summary>
/// <param name="FirstRow">First row of the layer's matrix; 0 for a block-diagonal one.</param>
/// <param name="Rows">Rows of the array that it takes: inputs.</param>
/// <param name="Columns">Columns of the array that it takes: outputs.</param>
/// <param name="Weights">Weights in it; fewer than rows times columns when it is block-diagonal.</param>
/// <param name="Line">Bytes of a whole contiguous line of inputs.</param>
internal sealed record WeightBlock(int FirstRow, int Rows, int Columns, long Weights, int Line)
{
    /// <summary>Bytes of the first line that belong to the block above.</summary>
    internal int Skipped => FirstRow % Line;

    /// <summary>Bytes of each contiguous line of inputs that streams in.</summary>
    internal IReadOnlyList<int> Lines => LinesOf(Skipped, Rows, Line);

    /// <summary>Cuts inputs into lines.</summary>
    /// <param name="skipped">Bytes of the first line that are left out, below <paramref name="line"/>.</param>
    /// <param name="inputs">Bytes of all lines together.</param>
    /// <param name="line">Bytes of a whole line.</param>
    internal static IReadOnlyList<int> LinesOf(int skipped, int inputs, int line)
    {
        var lines = new List<int>();
        for (int start = skipped; start < skipped + inputs;)
        {
            int end = Math.Min(skipped + inputs, ((start / line) + 1) * line);
            lines.Add(end - start);
            start = end;
        }

        return lines;
    }
}
