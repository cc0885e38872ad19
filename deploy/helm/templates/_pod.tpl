{{- define "gongtu.container" -}}
image: {{ .Values.image }}
envFrom:
  - secretRef: {name: {{ .Values.secret }}}
env:
  - {name: GONGTU_BASE_URL, value: {{ .Values.baseUrl | quote }}}
  - {name: GONGTU_TRUSTED_PROXY, value: "true"}
volumeMounts:
  - {name: data, mountPath: /data}
securityContext:
  allowPrivilegeEscalation: false
  capabilities: {drop: [ALL]}
{{- end }}
{{- define "gongtu.volumes" -}}
volumes:
  - name: data
    persistentVolumeClaim: {claimName: {{ .Values.dataClaim }}}
{{- end }}
