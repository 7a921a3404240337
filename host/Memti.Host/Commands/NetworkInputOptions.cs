using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Memti.Networks.Inputs;

namespace Memti.Host.Commands;

/// <summary>Options of every command that reads a network: what is said of the inputs of an ONNX graph.</summary>
internal static class NetworkInputOptions
{
    public static Option<int?> Batch { get; } = new("--batch")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"Frames that an ONNX graph takes at once, 1 to {NetworkInputs.MostFrames}. The layers are those of one frame. [default: 1]"),
        HelpName = "N",
        CustomParser = ParseBatch,
    };

    public static Option<string[]> Inputs { get; } = Shapes();

    /// <summary>What the command line says.</summary>
    public static NetworkInputs Of(ParseResult parsed)
    {
        NetworkInputs.Read(parsed.GetValue(Inputs) ?? [], out IReadOnlyDictionary<string, IReadOnlyList<long>> shapes);
        return new NetworkInputs { Batch = parsed.GetValue(Batch), Shapes = shapes };
    }

    private static Option<string[]> Shapes()
    {
        Option<string[]> option = new("--input")
        {
            Description = "Shape of an input that an ONNX graph leaves open or fixes otherwise, batch included. May be given more than "
                + "once.",
            HelpName = "NAME=1x3x224x224",
        };
        option.Validators.Add(static result =>
        {
            if (NetworkInputs.Read(result.Tokens.Select(static token => token.Value), out _) is { } wrong)
                result.AddError($"--input '{wrong}' is no shape of an input; permitted: {NetworkInputs.Permitted}, each input once.");
        });
        return option;
    }

    private static int? ParseBatch(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int batch);
        if (isNumber && batch is > 0 and <= NetworkInputs.MostFrames)
            return batch;
        result.AddError(
            string.Create(CultureInfo.InvariantCulture, $"--batch is '{text}'; permitted: 1 to {NetworkInputs.MostFrames} frames."));
        return null;
    }
}
