FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# project files first: the restore is cached until a dependency changes
COPY Directory.Build.props Directory.Packages.props .editorconfig ./
COPY src/BannedSymbols.txt src/
COPY src/Dateline.Contracts/Dateline.Contracts.csproj src/Dateline.Contracts/packages.lock.json src/Dateline.Contracts/
COPY src/Dateline.Worker/Dateline.Worker.csproj src/Dateline.Worker/packages.lock.json src/Dateline.Worker/
RUN dotnet restore src/Dateline.Worker/Dateline.Worker.csproj --locked-mode
COPY src src
COPY deploy/feeds.opml deploy/
RUN dotnet publish src/Dateline.Worker/Dateline.Worker.csproj -c Release --no-restore -o /app && mkdir /empty

# no shell, no package manager; -extra brings ICU, which languages need
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=1654:1654 /empty /data
ENV Storage__DataFolder=/data \
    ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_EnableDiagnostics=0
USER 1654
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s CMD ["dotnet", "dateline.dll", "health"]
ENTRYPOINT ["dotnet", "dateline.dll"]
CMD ["run"]
