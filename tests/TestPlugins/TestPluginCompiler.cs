using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Memti.Tests;

/// <summary>Compiles the source folders that are embedded in the tests.</summary>
internal static class TestPluginCompiler
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, deterministic: true);

    private static readonly Assembly Tests = typeof(TestPluginCompiler).Assembly;

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Framework = new(FrameworkReferences);

    /// <summary>The folders that hold a source.</summary>
    public static IEnumerable<string> SourceFolders() => Sources().Select(static source => source.Split('/')[0]).Distinct();

    /// <summary>Compiles one folder into an assembly, and gives the path of its file.</summary>
    /// <exception cref="InvalidOperationException">A source does not compile.</exception>
    public static string Emit(string source, string folder, string assembly, Version version, params string[] references)
    {
        string file = Path.Combine(folder, assembly + ".dll");
        EmitResult result = CSharpCompilation.Create(assembly, Trees(source, version), References(references), Options).Emit(file);
        return result.Success ? file : throw new InvalidOperationException($"{source}: {string.Join("; ", result.Diagnostics)}");
    }

    private static IEnumerable<SyntaxTree> Trees(string folder, Version version) =>
        Sources()
            .Where(name => name.StartsWith(folder + '/', StringComparison.Ordinal))
            .Select(Text)
            .Append(AssemblyText(version))
            .Select(static text => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8)));

    // As an SDK project with implicit usings has it.
    private static string AssemblyText(Version version) =>
        $"""
        global using System;
        global using System.Threading;
        [assembly: System.Reflection.AssemblyVersion("{version}")]
        """;

    private static IEnumerable<string> Sources() =>
        Tests.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".cs", StringComparison.Ordinal))
            .Select(static name => name.Replace('\\', '/'));

    private static string Text(string name)
    {
        using Stream source = Tests.GetManifestResourceStream(name) ?? Tests.GetManifestResourceStream(name.Replace('/', '\\'))!;
        using StreamReader reader = new(source);
        return reader.ReadToEnd();
    }

    private static IEnumerable<MetadataReference> References(string[] files) =>
        Framework.Value.Concat(files.Select(static file => MetadataReference.CreateFromFile(file)));

    private static List<MetadataReference> FrameworkReferences() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Select(static file => MetadataReference.CreateFromFile(file))];
}
