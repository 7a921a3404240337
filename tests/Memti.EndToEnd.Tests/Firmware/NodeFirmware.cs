using System.Diagnostics;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>Builds the firmware of the sample into a folder, as its page says.</summary>
internal static class NodeFirmware
{
    private const string ShippedExecutable = "build/node.elf";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    internal static string Folder { get; } = Path.Combine(Built.Root, "samples", "firmware-node");

    internal static string Scenario { get; } = Path.Combine(Built.Root, "samples", "firmware-node", "firmware-node.memti.yaml");

    /// <summary>A copy of the scenario that runs another executable on the core.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="executable">The executable.</param>
    /// <returns>The copy.</returns>
    internal static string ScenarioOf(string folder, string executable)
    {
        string text = File.ReadAllText(Scenario);
        text.ShouldContain(ShippedExecutable);
        string copy = Path.Combine(folder, "node.memti.yaml");
        File.WriteAllText(copy, text.Replace(ShippedExecutable, executable, StringComparison.Ordinal));
        return copy;
    }

    /// <summary>Builds the node without weights.</summary>
    /// <param name="folder">Where everything goes.</param>
    /// <param name="arguments">More arguments of make.</param>
    /// <returns>The executable.</returns>
    internal static string Node(string folder, params string[] arguments)
    {
        Make(folder, ["IMAGES=none", .. arguments]);
        return Path.Combine(folder, "node.elf");
    }

    /// <summary>Builds the program that runs on QEMU too.</summary>
    internal static string Parity(string folder)
    {
        Make(folder, ["parity"]);
        return Path.Combine(folder, "parity.elf");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed on standard output.</returns>
    internal static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Limit}.");
        }

        process.ExitCode.ShouldBe(0, output.Result + errors.Result);
        return output.Result;
    }

    private static void Make(string folder, string[] arguments) =>
        Run("make", ["-s", "-C", Folder, $"BUILD={folder}", $"MEMTI=dotnet {Built.Executable}", .. arguments]);
}
