namespace Memti.EndToEnd.Tests.Builds;

/// <summary>The packages, in a feed of their own, and a hive with the templates.</summary>
public sealed class PackedMemti : IDisposable
{
    private static readonly string[] Projects =
        [
            "build/Memti.Build.Tasks/Memti.Build.Tasks.csproj", "build/templates/Memti.Templates.csproj",
            "host/Memti.Abstractions/Memti.Abstractions.csproj", "host/Memti.Host/Memti.Host.csproj"
        ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti packed é ");

    public PackedMemti()
    {
        Pack(Feed);
        WriteConfiguration();
        DotNet.Done(Root, "new", "install", Package("Memti.Templates"), "--debug:custom-hive", Hive);
    }

    internal string Root => _folder.FullName;

    internal string Feed => At("feed");

    internal string Hive => At("hive");

    internal string At(string name) => Path.Combine(Root, name);

    internal string Package(string id) => Path.Combine(Feed, id + ".0.1.0.nupkg");

    /// <summary>Packs what the build made.</summary>
    internal static void Pack(string feed)
    {
        foreach (string project in Projects)
            DotNet.Done(Built.Root, "pack", project, "--no-build", "-c", Built.Configuration, "-o", feed, "-nologo");
    }

    /// <summary>Makes a project of a template.</summary>
    internal string New(string template, string name)
    {
        DotNet.Done(Root, "new", template, "-n", name, "--debug:custom-hive", Hive);
        return At(name);
    }

    /// <summary>Writes a project that takes the contract from the feed.</summary>
    internal string Plugin(string name, Dictionary<string, string> sources)
    {
        string folder = Directory.CreateDirectory(At(name)).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Memti.Abstractions" Version="0.1.0" ExcludeAssets="runtime" />
              </ItemGroup>
            </Project>
            """);
        foreach ((string file, string source) in sources)
            File.WriteAllText(Path.Combine(folder, file), source);
        return folder;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // Packages of Memti come from the feed alone, into a folder of their own; what tests need beside them was restored for this repository.
    private void WriteConfiguration() => File.WriteAllText(At("NuGet.config"), $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{At("packages")}" /></config>
          <packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>
          <fallbackPackageFolders><add key="restored" value="{Restored()}" /></fallbackPackageFolders>
        </configuration>
        """);

    private static string Restored() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
