using System.Security.Cryptography;

namespace Memti.EndToEnd.Tests.Builds;

/// <summary>A project with one small task, in a folder whose name has spaces and letters beyond ASCII.</summary>
internal sealed class NodeProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti bauen é ");

    public NodeProject()
    {
        Scenario();
        Project();
        File.WriteAllText(At("Program.cs"), "System.Console.WriteLine();");
    }

    /// <summary>A copy of a project with all that was built of it.</summary>
    public static NodeProject CopyOf(NodeProject other)
    {
        var copy = new NodeProject();
        foreach (string file in Directory.EnumerateFiles(other.Folder, "*", SearchOption.AllDirectories))
        {
            string target = copy.At(Path.GetRelativePath(other.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }

        return copy;
    }

    public string Folder => _folder.FullName;

    public string Output => At("bin/Debug/net10.0/memti");

    public string Manifest => Path.Combine(Output, "weights.manifest.json");

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Writes the scenario.</summary>
    public void Scenario(string senseOffset = "0.02") =>
        File.WriteAllText(At("node.memti.yaml"), NodeScenario.Text(senseOffset, ["signs"]));

    /// <summary>Writes the project.</summary>
    public void Project(string epochs = "1", string minimumAccuracy = "0", string name = "node.csproj", string properties = "") =>
        File.WriteAllText(At(name), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <MemtiToolPath>{Path.GetDirectoryName(Built.Executable)}</MemtiToolPath>
            <MemtiTaskAssembly>{Built.BuildTasks}</MemtiTaskAssembly>
            <MemtiTrials>2</MemtiTrials>
            <MemtiValidation>0.2</MemtiValidation>
            {properties}
          </PropertyGroup>
          <Import Project="{Path.Combine(Built.Root, "build", "Memti.Build.props")}" />
          <PropertyGroup>
            <MemtiBackbone>$(MemtiBackbonesPath)world-w0.25.safetensors</MemtiBackbone>
          </PropertyGroup>
          <ItemGroup>
            <MemtiScenario Include="node.memti.yaml" />
            <MemtiTask Include="signs" Data="generated:signs?classes=4&amp;train=80&amp;test=40" Batch="32" Epochs="{epochs}" RetrainEpochs="1" />
            <MemtiRegion Include="shared" Address="0x10000000" Format="bin;ihex" />
            <MemtiRegion Include="adapters" Address="0x20000000" Format="bin" />
            <MemtiBudget Include="limits" Task="signs" MinimumAccuracy="{minimumAccuracy}" MaximumEnergyPerFrameMj="1000" />
          </ItemGroup>
          <Import Project="{Path.Combine(Built.Root, "build", "Memti.Build.targets")}" />
        </Project>
        """);

    public DotNet Build(params string[] options) => DotNet.Run(Folder, ["build", "-nologo", .. options]);

    /// <summary>A build that must succeed.</summary>
    public DotNet Done(params string[] options) => DotNet.Done(Folder, ["build", "-nologo", .. options]);

    /// <summary>SHA-256 of all files of the output.</summary>
    public SortedDictionary<string, string> Images() => new(
        Directory.EnumerateFiles(Output).ToDictionary(
            static file => Path.GetFileName(file),
            static file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
