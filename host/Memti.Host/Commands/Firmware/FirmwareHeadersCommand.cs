using System.CommandLine;
using System.Text;
using Memti.Documents.Files;
using Memti.Host.Rendering;
using Memti.Runs;
using Memti.Runs.Deployments;
using Memti.Runs.Headers;
using Memti.Runs.Running;

namespace Memti.Host.Commands.Firmware;

/// <summary><c>memti firmware headers</c>: writes C headers and a linker file for the firmware of a design.</summary>
internal static class FirmwareHeadersCommand
{
    private static readonly Argument<string> Scenario = ScenarioArgument.File();
    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    private static readonly Option<string?> Design = new("--design", "-d")
    {
        Description = "The design whose firmware it is. [default: the first one with an ELF file, else the first one with a processor]",
        HelpName = "NAME",
    };

    private static readonly Option<string?> Weights = new("--weights", "-w")
    {
        Description = "Manifest of weight images (weights.manifest.json): sizes of parameters are those of the images, as in memti run.",
        HelpName = "MANIFEST",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Folder for the files; it is made if it is missing. A file that would not change is left as it is, so that make "
            + "compiles nothing anew.",
        HelpName = "DIR",
        Required = true,
    };

    public static Command Create()
    {
        var command = new Command(
            "headers",
            "Write headers for the firmware of a design, so that it invents no address:\n"
            + "  memti_machine.h   devices with registers and interrupts, memories, power domains, tasks, slots\n"
            + "  memti_network.h   register writes of each task's inference, layer by layer (accelerators with registers)\n"
            + "  memti_memory.ld   the memories that a linker may fill, for GNU ld: INCLUDE memti_memory.ld\n"
            + "Write them anew after a change of the scenario. Example:\n"
            + "  memti firmware headers samples/firmware-node/firmware-node.memti.yaml --design c --output build/include")
        {
            Scenario, Set, Design, Weights, Output,
        };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Write(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Write(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        HeaderOutcome outcome = new RunPipeline(session.Catalog).Headers(Request(parsed), cancellationToken);
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        if (outcome.Files is not { } files)
            return ExitCode.Findings;
        string folder = parsed.GetRequiredValue(Output);
        WholeFile.MakeFolder(folder);
        foreach (HeaderFile file in files)
            Write(Path.Combine(folder, file.Name), Encoding.UTF8.GetBytes(file.Text));
        return session.ExitCode;
    }

    private static RunRequest Request(ParseResult parsed) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(Scenario),
        Overrides = parsed.GetValue(Set) ?? [],
        Designs = parsed.GetValue(Design) is { } design ? [design] : [],
        Weights = parsed.GetValue(Weights) is { } manifest ? DeployedWeights.Load(manifest) : null,
    };

    private static void Write(string path, byte[] bytes)
    {
        if (!File.Exists(path) || !WholeFile.Read(path).AsSpan().SequenceEqual(bytes))
            WholeFile.Write(path, bytes);
    }
}
