using System.Diagnostics;
using System.Reflection;

namespace Memti.Plugins.Torch.Tests;

/// <summary>The built executable with the plugin's folder.</summary>
internal static class BuiltMemti
{
    /// <summary>The plugin's folder, with libtorch.</summary>
    public static string PluginFolder => Named("TorchFolder");

    /// <summary>Runs a command that must succeed.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static string Run(params string[] words)
    {
        (int code, string output, string errors) = Result(PluginFolder, words);
        code.ShouldBe(0, $"{string.Join(' ', words)}\n{output}\n{errors}");
        return output;
    }

    /// <summary>Runs a command that must fail.</summary>
    /// <param name="folder">The plugin's folder.</param>
    /// <param name="words">The command.</param>
    /// <returns>What it wrote to standard error.</returns>
    public static string Refusal(string folder, params string[] words)
    {
        (int code, string output, string errors) = Result(folder, words);
        code.ShouldBeInRange(1, 2, $"{string.Join(' ', words)}\n{output}\n{errors}");
        return errors;
    }

    private static (int Code, string Output, string Errors) Result(string folder, string[] words)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in (string[])[Named("MemtiExecutable"), .. words, "--plugin-path", folder])
            start.ArgumentList.Add(word);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(string.Join(' ', words));
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    private static string Named(string key) => typeof(BuiltMemti).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
