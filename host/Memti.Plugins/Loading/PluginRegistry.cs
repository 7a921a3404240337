using System.Text.RegularExpressions;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Studies;

namespace Memti.Plugins.Loading;

/// <summary>Collects what one plugin offers; the catalog takes all of it or nothing.</summary>
internal sealed partial class PluginRegistry(string pluginId, string? file) : IPluginRegistry
{
    private readonly List<Registration> _registrations = [];
    private readonly List<StudyRegistration> _studies = [];
    private bool _closed;

    /// <inheritdoc />
    public void AddMemory<TOptions>(string kind, Func<TOptions, IMemoryModel> create)
        where TOptions : class, new()
    {
        Validate(kind, create);
        Add(new MemoryRegistration(kind, typeof(TOptions), pluginId, file, options => Made(create((TOptions)options), kind)));
    }

    /// <inheritdoc />
    public void AddAccelerator<TOptions>(string kind, Func<TOptions, IAccelerator> create)
        where TOptions : class, new()
    {
        Validate(kind, create);
        Add(new AcceleratorRegistration(kind, typeof(TOptions), pluginId, file, options => Made(create((TOptions)options), kind)));
    }

    /// <inheritdoc />
    public void AddModel<TOptions>(string kind, Func<TOptions, IReadOnlyList<TaskRequest>, IModel> create)
        where TOptions : class, new()
    {
        Validate(kind, create);
        Add(new ModelRegistration(
            kind, typeof(TOptions), pluginId, file, (options, tasks) => Made(create((TOptions)options, tasks), kind)));
    }

    /// <inheritdoc />
    public void AddFirmware<TOptions>(string kind, Func<TOptions, IFirmware> create)
        where TOptions : class, new()
    {
        Validate(kind, create);
        Add(new FirmwareRegistration(kind, typeof(TOptions), pluginId, file, options => Made(create((TOptions)options), kind)));
    }

    /// <inheritdoc />
    public void AddStudy<TOptions>(string group, string name, string summary, Func<TOptions, Network, StudyResult> run)
        where TOptions : class, new()
    {
        Validate(group, run);
        Validate(name, run);
        if (_studies.Exists(other => other.Group == group && other.Name == name))
            throw Invalid($"study '{group} {name}' is registered twice.");
        _studies.Add(new StudyRegistration(
            group, name, summary, typeof(TOptions), pluginId, file, (options, network) => Made(run((TOptions)options, network), $"{group} {name}")));
    }

    /// <summary>Ends the registration: a plugin that kept the registry cannot add to it behind the catalog's back.</summary>
    public PluginOffers Close()
    {
        _closed = true;
        return new PluginOffers(_registrations, _studies);
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex KindForm();

    private void Validate(string kind, Delegate create)
    {
        if (_closed)
            throw Invalid("kinds are registered in Register, not later.");
        if (kind is null || !KindForm().IsMatch(kind))
            throw Invalid($"kind '{kind}' is not made of lower-case letters, digits and single hyphens.");
        if (create is null)
            throw Invalid($"kind '{kind}' is registered without a way to make one.");
    }

    private void Add(Registration registration)
    {
        if (_registrations.Any(other => other.Category == registration.Category && other.Kind == registration.Kind))
            throw Invalid($"kind '{registration.Kind}' is registered twice.");
        _registrations.Add(registration);
    }

    private T Made<T>(T? made, string kind)
        where T : class =>
        made ?? throw Invalid($"kind '{kind}' was asked for and gave null.");

    private MemtiException Invalid(string message) =>
        new(new Diagnostic(DiagnosticCode.PluginInvalid, $"plugin '{pluginId}' breaks the contract: {message}") { File = file });
}
