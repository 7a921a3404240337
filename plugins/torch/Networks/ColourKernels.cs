using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Plugins.Torch.Codes;

namespace Memti.Plugins.Torch.Networks;

/// <summary>
/// Turns the kernels that read the image from blue, green, red to red, green, blue: the network then reads images as they are.
/// </summary>
internal static class ColourKernels
{
    private const int Colours = 3;

    /// <summary>The graph with turned kernels.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="TorchCodes.UnsuitableGraph"/>: something other than convolutions reads the image.
    /// </exception>
    public static NetworkGraph Turn(NetworkGraph graph)
    {
        GraphNode[] readers = [.. graph.Nodes.Where(node => node.Inputs.Contains(graph.Input))];
        if (readers.FirstOrDefault(static node => node.Operation is not Convolution { Groups: 1 }) is { } other)
            throw new MemtiException(new Diagnostic(
                TorchCodes.UnsuitableGraph,
                $"'colours' is bgr, and node '{other.Name}' of network '{graph.Name}' reads the image, which is no convolution whose "
                    + "kernel could be turned.")
            {
                Key = "colours",
                Value = "bgr",
                Permitted = "rgb",
            });
        HashSet<string> kernels = [.. readers.Select(static node => node.Inputs[1])];
        return graph with
        {
            Parameters = [.. graph.Parameters.Select(parameter => kernels.Contains(parameter.Name) ? Turned(parameter) : parameter)],
        };
    }

    private static GraphParameter Turned(GraphParameter kernel)
    {
        if (kernel.Values is not { } values || kernel.Shape[1] != Colours)
            return kernel;
        int pixels = kernel.Shape[2] * kernel.Shape[3];
        float[] turned = new float[values.Length];
        for (int plane = 0; plane < values.Length / pixels; plane++)
        {
            int mirrored = plane - (plane % Colours) + (Colours - 1 - (plane % Colours));
            values.Span.Slice(plane * pixels, pixels).CopyTo(turned.AsSpan(mirrored * pixels));
        }

        return kernel with { Values = turned };
    }
}
